package hmnet.exchange.fhir;

import hmnet.exchange.callers.Caller;
import hmnet.exchange.callers.Identifier;
import hmnet.exchange.personquery.Candidate;
import hmnet.formats.model.chart.Demographics;
import java.util.List;
import java.util.Objects;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// A candidate as a Patient resource along JP Core (患者リソース).
@Component
public class PatientForm {
    private static final String REPRESENTATION = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation";
    private final LogicalIds ids;

    PatientForm(LogicalIds ids) {
        this.ids = ids;
    }

    public String id(Caller caller, Candidate candidate) {
        var person = candidate.person();
        return person != null
                ? ids.of(caller.facility(), person)
                : ids.of(caller.facility(), Objects.requireNonNull(candidate.chart()));
    }

    /// @param numbers those of its numbers that are told
    public Patient of(Caller caller, Candidate candidate, List<Identifier> numbers) {
        var said = candidate.said();
        var patient = new Patient();
        patient.setId(id(caller, candidate));
        numbers.forEach(number -> patient.addIdentifier(identifier(number)));
        patient.setActive(true);
        name(patient, "IDE", said.familyName(), said.givenName());
        name(patient, "SYL", said.familyKana(), said.givenKana());
        if (!said.phone().isBlank()) {
            patient.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(said.phone());
        }
        patient.setGender(AdministrativeGender.fromCode(said.sex()));
        dates(patient, said);
        if (!said.address().isBlank() || !said.postalCode().isBlank()) {
            var address = patient.addAddress().setCountry("JP");
            address.setText(blankToNull(said.address())).setPostalCode(blankToNull(said.postalCode()));
        }
        return patient;
    }

    public static org.hl7.fhir.r4.model.Identifier identifier(Identifier number) {
        return new org.hl7.fhir.r4.model.Identifier()
                .setSystem(number.domain().uri())
                .setValue(number.value());
    }

    private static void dates(Patient patient, Demographics said) {
        if (said.birthDate() != null) {
            patient.setBirthDateElement(new DateType(said.birthDate().toString()));
        }
        if (said.diedOn() != null) {
            patient.setDeceased(new DateTimeType(said.diedOn().toString()));
        }
    }

    private static void name(Patient patient, String representation, String family, String given) {
        if (family.isBlank() && given.isBlank()) {
            return;
        }
        var name = patient.addName().setUse(HumanName.NameUse.OFFICIAL);
        name.addExtension(REPRESENTATION, new CodeType(representation));
        name.setText((family + " " + given).strip());
        name.setFamily(blankToNull(family));
        if (!given.isBlank()) {
            name.addGiven(given);
        }
    }

    private static @Nullable String blankToNull(String text) {
        return text.isBlank() ? null : text;
    }
}

package hmnet.formats.fhir;

import hmnet.formats.model.chart.Demographics;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The person as JP_Patient (患者).
public final class PatientJson {
    private static final String REPRESENTATION = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation";

    private PatientJson() {}

    public static void write(Bundle bundle, Person person) {
        var json = bundle.start("Patient", "", "JP_Patient");
        number(json, person.number());
        names(json, person);
        if (!person.phone().isBlank()) {
            json.openList("telecom").open().text("system", "phone").text("value", person.phone());
            json.text("use", "home").close().closeList();
        }
        json.text("gender", person.sex());
        if (person.birthDate() != null) {
            json.text("birthDate", person.birthDate().toString());
        }
        if (person.diedOn() != null) {
            json.text("deceasedDateTime", person.diedOn().toString());
        }
        if (!person.address().isBlank() || !person.postalCode().isBlank()) {
            json.openList("address").open().text("text", person.address());
            json.text("postalCode", person.postalCode())
                    .text("country", "JP")
                    .close()
                    .closeList();
        }
        bundle.end();
    }

    /// JP_Patient wants a number; where a file names none, that is said.
    private static void number(FhirJson json, String number) {
        json.openList("identifier");
        if (number.isBlank()) {
            json.open();
            AbsentData.element(json, "_value");
            json.close();
        } else {
            json.identifier("", number);
        }
        json.closeList();
    }

    private static void names(FhirJson json, Person person) {
        if (!(person.familyName() + person.givenName() + person.familyKana() + person.givenKana()).isBlank()) {
            json.openList("name");
            name(json, "IDE", person.familyName(), person.givenName());
            name(json, "SYL", person.familyKana(), person.givenKana());
            json.closeList();
        }
    }

    private static void name(FhirJson json, String representation, String family, String given) {
        if (family.isBlank() && given.isBlank()) {
            return;
        }
        json.open().openList("extension").open().text("url", REPRESENTATION);
        json.text("valueCode", representation).close().closeList();
        json.text("use", "official")
                .text("text", (family + " " + given).strip())
                .text("family", family);
        if (!given.isBlank()) {
            json.openList("given").value(given).closeList();
        }
        json.close();
    }

    /// What a Patient resource says of a person (患者の属性), texts exactly as decoded.
    public record Person(
            String number,
            String familyName,
            String givenName,
            String familyKana,
            String givenKana,
            @Nullable LocalDate birthDate,
            String sex,
            String postalCode,
            String address,
            String phone,
            @Nullable LocalDate diedOn) {
        /// Somebody under a number, as a message names them.
        public static Person of(String number, Demographics said) {
            return new Person(
                    number,
                    said.familyName(),
                    said.givenName(),
                    said.familyKana(),
                    said.givenKana(),
                    said.birthDate(),
                    said.sex(),
                    said.postalCode(),
                    said.address(),
                    said.phone(),
                    said.diedOn());
        }
    }
}

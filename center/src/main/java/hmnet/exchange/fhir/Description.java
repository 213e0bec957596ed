package hmnet.exchange.fhir;

import hmnet.formats.model.chart.Demographics;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.HumanName;
import org.hl7.fhir.r4.model.Patient;
import org.jspecify.annotations.Nullable;

/// A Patient resource read as the description of somebody (照合する患者情報): kanji and kana by JP Core's
/// extension, else by their characters.
public final class Description {
    private static final String REPRESENTATION = "http://hl7.org/fhir/StructureDefinition/iso21090-EN-representation";

    private Description() {}

    public static Demographics of(Patient patient) {
        var written = patient.getName().stream()
                .filter(name -> !kana(name))
                .findFirst()
                .orElseGet(HumanName::new);
        var heard =
                patient.getName().stream().filter(Description::kana).findFirst().orElseGet(HumanName::new);
        var address = patient.getAddressFirstRep();
        return new Demographics(
                text(written.getFamily()),
                written.getGivenAsSingleString(),
                text(heard.getFamily()),
                heard.getGivenAsSingleString(),
                day(patient.getBirthDateElement().getValueAsString()),
                patient.getGender() == null ? "unknown" : patient.getGender().toCode(),
                text(address.getPostalCode()),
                address.hasText()
                        ? address.getText()
                        : text(address.getState()) + text(address.getCity()) + lines(patient),
                patient.getTelecom().stream()
                        .filter(point -> point.getSystem() == null || point.getSystem() == ContactPointSystem.PHONE)
                        .findFirst()
                        .map(point -> text(point.getValue()))
                        .orElse(""),
                null);
    }

    /// What was described, for the audit log.
    public static Map<String, String> parameters(Patient patient, Demographics said) {
        var parameters = new TreeMap<String, String>();
        parameters.put("name", said.familyName() + " " + said.givenName());
        parameters.put("kana", said.familyKana() + " " + said.givenKana());
        parameters.put("birthdate", String.valueOf(said.birthDate()));
        parameters.put("gender", said.sex());
        parameters.put("address", said.postalCode() + " " + said.address());
        parameters.put("telecom", said.phone());
        parameters.put(
                "identifier",
                String.join(
                        ",",
                        patient.getIdentifier().stream()
                                .map(id -> text(id.getValue()))
                                .toList()));
        return parameters;
    }

    private static boolean kana(HumanName name) {
        var representation = name.getExtensionByUrl(REPRESENTATION);
        if (representation != null && representation.getValue() != null) {
            return representation.getValue().primitiveValue().equals("SYL");
        }
        var all = text(name.getFamily()) + name.getGivenAsSingleString();
        return !all.isBlank()
                && all.chars().allMatch(c -> c == ' ' || c >= 0x3041 && c <= 0x30FF || c >= 0xFF66 && c <= 0xFF9F);
    }

    private static String lines(Patient patient) {
        return String.join(
                "",
                patient.getAddressFirstRep().getLine().stream()
                        .map(line -> text(line.getValue()))
                        .toList());
    }

    private static @Nullable LocalDate day(@Nullable String written) {
        return written != null && written.matches("\\d{4}-\\d{2}-\\d{2}") ? LocalDate.parse(written) : null;
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}

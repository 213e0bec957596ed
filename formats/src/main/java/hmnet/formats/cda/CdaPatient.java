package hmnet.formats.cda;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.xml.XmlElement;
import hmnet.formats.model.chart.Sheet;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;

/// The patient in the header of a CDA document (CDAの患者).
final class CdaPatient {
    static final Pattern OID = Pattern.compile("urn:oid:[0-2](\\.(0|[1-9][0-9]*))+");

    private CdaPatient() {}

    /// The same source, the same document.
    static String id(Sheet sheet) {
        return UUID.nameUUIDFromBytes((sheet.patient() + "/" + sheet.source()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    static void patient(XmlElement root, Sheet sheet) {
        var person = sheet.person();
        var role = root.open("recordTarget").open("patientRole");
        var id = role.open("id");
        if (sheet.patient().isEmpty()) {
            id.with("nullFlavor", "NI");
        } else {
            id.with("root", "1.2.392.100495.20.3.51").with("extension", sheet.patient());
        }
        if (!person.postalCode().isEmpty() || !person.address().isEmpty()) {
            var address = role.open("addr");
            if (!person.postalCode().isEmpty()) {
                address.open("postalCode").add(person.postalCode());
            }
            if (!person.address().isEmpty()) {
                address.open("streetAddressLine").add(person.address());
            }
        }
        if (!person.phone().isEmpty()) {
            role.open("telecom").with("value", "tel:" + person.phone());
        }
        var patient = role.open("patient");
        name(patient, "IDE", person.familyName(), person.givenName());
        name(patient, "SYL", person.familyKana(), person.givenKana());
        patient.open("administrativeGenderCode")
                .with(
                        "code",
                        switch (person.sex()) {
                            case "male" -> "M";
                            case "female" -> "F";
                            default -> "UN";
                        })
                .with("codeSystem", "2.16.840.1.113883.5.1");
        if (person.birthDate() != null) {
            patient.open("birthTime").with("value", Hl7Time.hl7(person.birthDate()));
        }
    }

    private static void name(XmlElement patient, String use, String family, String given) {
        if (!family.isEmpty() || !given.isEmpty()) {
            var name = patient.open("name").with("use", use);
            name.open("family").add(family);
            name.open("given").add(given);
        }
    }
}

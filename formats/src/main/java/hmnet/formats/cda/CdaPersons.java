package hmnet.formats.cda;

import hmnet.formats.base.Note;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.xml.XmlElement;
import hmnet.formats.model.chart.Demographics;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Persons of a CDA document (CDAの人物): the patient, and how names are written.
final class CdaPersons {
    private CdaPersons() {}

    static String number(XmlElement role) {
        return role.all("id").stream()
                .map(id -> id.attribute("extension").strip())
                .filter(extension -> !extension.isEmpty())
                .findFirst()
                .orElse("");
    }

    /// The day of a death (sdtc:deceasedTime) stands in an extension of HL7's own.
    static Demographics person(XmlElement role, List<Note> notes) {
        var patient = role.at("patient");
        var names = patient == null ? List.<XmlElement>of() : patient.all("name");
        var kanji = named(names, "IDE");
        var kana = names.stream()
                .filter(name -> name.attribute("use").contains("SYL"))
                .findFirst()
                .orElse(null);
        var born = patient == null ? "" : patient.at("birthTime", "value");
        if (Hl7Time.date(born) == null) {
            notes.add(Note.info("birth-date", role.line(), "patient/birthTime", born));
        }
        return new Demographics(
                part(kanji, "family"),
                part(kanji, "given"),
                part(kana, "family"),
                part(kana, "given"),
                Hl7Time.date(born),
                sex(patient == null ? "" : patient.at("administrativeGenderCode", "code")),
                role.textAt("addr/postalCode"),
                address(role.at("addr")),
                role.at("telecom", "value").replaceFirst("^tel:", ""),
                patient == null ? null : Hl7Time.date(patient.at("deceasedTime", "value")));
    }

    private static String address(@Nullable XmlElement address) {
        var text = new StringBuilder();
        if (address != null) {
            for (var part : address.content()) {
                if (part instanceof XmlElement element) {
                    text.append(
                            element.name().equals("postalCode")
                                            || element.name().equals("country")
                                    ? ""
                                    : element.text());
                } else {
                    text.append(((String) part).strip());
                }
            }
        }
        return text.toString();
    }

    private static @Nullable XmlElement named(List<XmlElement> names, String use) {
        return names.stream()
                .filter(name -> name.attribute("use").contains(use))
                .findFirst()
                .orElse(names.isEmpty() ? null : names.getFirst());
    }

    private static String part(@Nullable XmlElement name, String part) {
        if (name == null) {
            return "";
        }
        var words = name.text().split("[ 　]+", 2);
        return name.at(part) != null || name.at("family") != null
                ? name.textAt(part)
                : part.equals("family") ? words[0] : words.length > 1 ? words[1] : "";
    }

    private static String sex(String code) {
        return switch (code) {
            case "M", "1" -> "male";
            case "F", "2" -> "female";
            case "UN", "O" -> "other";
            default -> "unknown";
        };
    }

    static String name(@Nullable XmlElement name) {
        if (name == null) {
            return "";
        }
        var parts = (name.textAt("family") + " " + name.textAt("given")).strip();
        return parts.isEmpty() ? name.text() : parts;
    }
}

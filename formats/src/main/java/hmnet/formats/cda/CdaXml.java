package hmnet.formats.cda;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.xml.XmlElement;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.code.Code;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads header and body of a CDA document (CDAの読み取り).
final class CdaXml {
    private static final byte[] NOTHING = {};

    private final XmlElement root;
    private final List<Note> notes;

    CdaXml(XmlElement root, List<Note> notes) {
        this.root = root;
        this.notes = notes;
    }

    CdaDocument document() throws Unreadable {
        if (!root.name().equals("ClinicalDocument")) {
            throw new Unreadable("not-cda", root.line(), root.name(), "no ClinicalDocument");
        }
        if (!root.namespace().equals("urn:hl7-org:v3")) {
            notes.add(Note.info("namespace", root.line(), root.name(), root.namespace()));
        }
        var effective = root.at("effectiveTime", "value");
        if (Hl7Time.at(effective) == null) {
            throw new Unreadable("date", root.line(), "effectiveTime", effective);
        }
        var role = role();
        var sections = new ArrayList<Paper.PaperSection>();
        var body = root.at("component/structuredBody");
        if (body != null) {
            for (var component : body.all("component")) {
                for (var section : component.all("section")) {
                    section(section, sections);
                }
            }
        }
        var file = root.at("component/nonXMLBody/text");
        if (sections.isEmpty() && file == null) {
            throw new Unreadable("section-missing", root.line(), "component", "a document without a body");
        }
        return new CdaDocument(
                id(root.at("id")),
                id(root.at("setId")),
                root.at("versionNumber", "value"),
                concept(root.at("code")),
                root.textAt("title"),
                effective,
                root.at("confidentialityCode", "code"),
                number(role),
                person(role),
                name(root.at("author/assignedAuthor/assignedPerson/name")),
                institution(),
                List.copyOf(sections),
                file == null ? "" : type(file),
                file == null ? NOTHING : content(file));
    }

    private XmlElement role() throws Unreadable {
        if (root.all("recordTarget").size() > 1) {
            throw new Unreadable("patients-differ", root.line(), "recordTarget", "more than one person");
        }
        var role = root.at("recordTarget/patientRole");
        if (role == null) {
            throw new Unreadable("patient", root.line(), "recordTarget/patientRole", "nobody is named");
        }
        if (number(role).isEmpty() && role.textAt("patient/name").isEmpty()) {
            throw new Unreadable("patient", role.line(), "patientRole", "neither a number nor a name");
        }
        return role;
    }

    private static String id(@Nullable XmlElement id) {
        if (id == null) {
            return "";
        }
        var extension = id.attribute("extension");
        return extension.isEmpty() ? id.attribute("root") : id.attribute("root") + "^" + extension;
    }

    private static String number(XmlElement role) {
        return role.all("id").stream()
                .map(id -> id.attribute("extension").strip())
                .filter(extension -> !extension.isEmpty())
                .findFirst()
                .orElse("");
    }

    static Concept concept(@Nullable XmlElement code) {
        if (code == null) {
            return Concept.NONE;
        }
        var system = code.attribute("codeSystem");
        var uri = system.equals("2.16.840.1.113883.6.1")
                ? "http://loinc.org"
                : system.isEmpty() ? "" : "urn:oid:" + system;
        var display = code.attribute("displayName");
        return new Concept(
                display.isEmpty() ? code.textAt("originalText") : display,
                List.of(new Code(uri, code.attribute("code"), display)));
    }

    private String institution() {
        var custodian = root.textAt("custodian/assignedCustodian/representedCustodianOrganization/name");
        return custodian.isEmpty() ? root.textAt("author/assignedAuthor/representedOrganization/name") : custodian;
    }

    private Demographics person(XmlElement role) {
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
                null);
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

    private static String name(@Nullable XmlElement name) {
        if (name == null) {
            return "";
        }
        var parts = (name.textAt("family") + " " + name.textAt("given")).strip();
        return parts.isEmpty() ? name.text() : parts;
    }

    /// The depth of what we read is bounded.
    private static void section(XmlElement section, List<Paper.PaperSection> sections) {
        var title = section.textAt("title");
        var text = section.at("text");
        var words = text == null ? "" : CdaNarrative.words(text);
        if (!words.isEmpty() || !title.isEmpty()) {
            sections.add(new Paper.PaperSection(title.isEmpty() ? section.at("code", "displayName") : title, words));
        }
        for (var component : section.all("component")) {
            for (var within : component.all("section")) {
                section(within, sections);
            }
        }
    }

    private static String type(XmlElement file) {
        return file.attribute("mediaType").isEmpty() ? "text/plain" : file.attribute("mediaType");
    }

    private static byte[] content(XmlElement file) throws Unreadable {
        try {
            return file.attribute("representation").equals("B64")
                    ? Base64.getMimeDecoder().decode(file.text())
                    : file.text().getBytes(StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new Unreadable("attachment", file.line(), "nonXMLBody/text", "base64 that is damaged");
        }
    }
}

package hmnet.formats.cda;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.xml.XmlElement;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.code.Code;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Reads header and body of a CDA document (CDAの読み取り).
final class CdaXml {
    private static final byte[] NOTHING = {};

    /// What a section says as data beside its words.
    private static final Set<String> DATA = Set.of("substanceAdministration", "supply", "observation", "procedure");

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
        told(root);
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
                CdaPersons.number(role),
                CdaPersons.person(role, notes),
                CdaPersons.name(root.at("author/assignedAuthor/assignedPerson/name")),
                institution(),
                List.copyOf(sections),
                file == null ? "" : type(file),
                file == null ? NOTHING : content(file));
    }

    /// Drugs and results that stand as data too are read by their words only; that is told, once for each kind.
    private void told(XmlElement of) {
        var counts = new TreeMap<String, Integer>();
        count(of, counts);
        counts.forEach((name, count) ->
                notes.add(Note.info("data-as-text", root.line(), name, count + " kept in the file, shown in words")));
    }

    /// The depth of what we read is bounded.
    private static void count(XmlElement of, Map<String, Integer> counts) {
        of.elements().forEach(element -> {
            if (DATA.contains(element.name())) {
                counts.merge(element.name(), 1, Integer::sum);
            }
            count(element, counts);
        });
    }

    private XmlElement role() throws Unreadable {
        if (root.all("recordTarget").size() > 1) {
            throw new Unreadable("patients-differ", root.line(), "recordTarget", "more than one person");
        }
        var role = root.at("recordTarget/patientRole");
        if (role == null) {
            throw new Unreadable("patient", root.line(), "recordTarget/patientRole", "nobody is named");
        }
        if (CdaPersons.number(role).isEmpty() && role.textAt("patient/name").isEmpty()) {
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

    /// The depth of what we read is bounded.
    private static void section(XmlElement section, List<Paper.PaperSection> sections) {
        var title = section.textAt("title");
        var text = section.at("text");
        var words = text == null ? "" : CdaNarrative.words(text);
        if (words.isEmpty() && section.at("entry") != null) {
            words = "文章なし（データのみ。原本に入っています）";
        }
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

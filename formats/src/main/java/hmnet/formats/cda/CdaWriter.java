package hmnet.formats.cda;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.xml.XmlElement;
import hmnet.formats.base.xml.XmlText;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.Sheet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/// One patient as a CDA document (CDAの書き出し): header and sections in words. Files do not fit in words; what is left
/// out is told.
@SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
record CdaWriter(byte[] bytes, List<Note> notes) {
    private static final String LOINC = "2.16.840.1.113883.6.1";

    public static CdaWriter of(Sheet sheet) {
        var words = new CdaWords();
        var sections = new ArrayList<Paper.PaperSection>();
        for (var entry : sheet.entries()) {
            sections.addAll(words.of(entry));
        }
        return new CdaWriter(XmlText.of(document(sheet, sections)), words.notes());
    }

    /// All sheets of one patient as one document.
    ///
    /// @throws Unreadable `not-writable` for several patients, for nobody, or where nothing is said in words
    public static WrittenFile write(List<Sheet> sheets) throws Unreadable {
        var patients = sheets.stream()
                .map(sheet -> sheet.patient().isBlank() ? sheet.person() : sheet.patient())
                .distinct()
                .toList();
        if (patients.size() != 1) {
            throw new Unreadable("not-writable", 0, "", patients.size() + " patients where the format holds one");
        }
        var first = sheets.getFirst();
        var person = sheets.stream()
                .map(Sheet::person)
                .filter(each -> !(each.familyName() + each.familyKana()).isBlank())
                .findFirst()
                .orElse(first.person());
        if (first.patient().isBlank() && person.familyName().isBlank()) {
            throw new Unreadable("not-writable", 0, "", "neither a number nor a name of the patient");
        }
        var latest = sheets.stream().max(Comparator.comparing(Sheet::at)).orElse(first);
        var made = of(new Sheet(
                first.patient(),
                person,
                null,
                sheets.stream().map(Sheet::source).distinct().collect(Collectors.joining(" ")),
                latest.version(),
                latest.at(),
                false,
                false,
                sheets.stream().flatMap(sheet -> sheet.entries().stream()).toList()));
        if (!new String(made.bytes, StandardCharsets.UTF_8).contains("<section>")) {
            throw new Unreadable("not-writable", 0, "", "nothing that is said in words");
        }
        return new WrittenFile(made.bytes, made.notes);
    }

    private static XmlElement document(Sheet sheet, List<Paper.PaperSection> sections) {
        var root = XmlElement.of("ClinicalDocument")
                .with("xmlns", "urn:hl7-org:v3")
                .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        root.open("typeId").with("root", "2.16.840.1.113883.1.3").with("extension", "POCD_HD000040");
        root.open("id").with("root", CdaPatient.id(sheet));
        var paper = sheet.entries().stream()
                .filter(Paper.class::isInstance)
                .map(Paper.class::cast)
                .findFirst();
        var type = paper.map(Paper::type).orElse(Concept.of("http://loinc.org", "34133-9", "診療情報"));
        code(root.open("code"), type);
        root.open("title").add(paper.map(Paper::title).orElse("診療情報"));
        root.open("effectiveTime").with("value", Hl7Time.hl7(sheet.at()));
        root.open("confidentialityCode")
                .with("code", CdaConfidentiality.restricted(sheet) ? "R" : "N")
                .with("codeSystem", "2.16.840.1.113883.5.25");
        root.open("languageCode").with("code", "ja-JP");
        CdaPatient.patient(root, sheet);
        var assigned = root.open("author");
        assigned.open("time").with("value", Hl7Time.hl7(sheet.at()));
        var author = assigned.open("assignedAuthor");
        author.open("id").with("nullFlavor", "NI");
        var name = author.open("assignedPerson").open("name");
        paper.map(Paper::author).filter(written -> !written.isBlank()).ifPresent(name::add);
        root.open("custodian")
                .open("assignedCustodian")
                .open("representedCustodianOrganization")
                .open("id")
                .with("nullFlavor", "NI");
        var body = root.open("component").open("structuredBody");
        for (var section : sections) {
            section(body.open("component").open("section"), section);
        }
        return root;
    }

    /// CDA names systems by their OID; a code of another system is not written as one of LOINC.
    private static void code(XmlElement code, Concept type) {
        var system = type.first().system();
        var oid = system.equals("http://loinc.org")
                ? LOINC
                : CdaPatient.OID.matcher(system).matches() ? system.replace("urn:oid:", "") : "";
        if (oid.isEmpty() || type.first().code().isEmpty()) {
            code.with("nullFlavor", "OTH").open("originalText").add(type.shown().isEmpty() ? "診療情報" : type.shown());
        } else {
            code.with("code", type.first().code()).with("codeSystem", oid).withSome("displayName", type.shown());
        }
    }

    private static void section(XmlElement element, Paper.PaperSection section) {
        if (!section.title().isEmpty()) {
            element.open("title").add(section.title());
        }
        var text = element.open("text");
        section.text().lines().forEach(line -> text.open("paragraph").add(line));
    }
}

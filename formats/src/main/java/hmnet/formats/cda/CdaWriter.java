package hmnet.formats.cda;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.xml.XmlElement;
import hmnet.formats.base.xml.XmlText;
import hmnet.formats.model.chart.Allergies;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.chart.Sheet;
import hmnet.formats.model.chart.Stay;
import hmnet.formats.model.code.Label;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is told of one patient as a CDA document (CDAの書き出し): header and sections in words. Files do not
/// fit in words; what is left out is told.
@SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
record CdaWriter(byte[] bytes, List<Note> notes) {
    private static final String LOINC = "2.16.840.1.113883.6.1";
    private static final Pattern OID = Pattern.compile("urn:oid:[0-2](\\.(0|[1-9][0-9]*))+");

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
        root.open("id").with("root", id(sheet));
        var paper = sheet.entries().stream()
                .filter(Paper.class::isInstance)
                .map(Paper.class::cast)
                .findFirst();
        var type = paper.map(Paper::type).orElse(Concept.of("http://loinc.org", "34133-9", "診療情報"));
        code(root.open("code"), type);
        root.open("title").add(paper.map(Paper::title).orElse("診療情報"));
        root.open("effectiveTime").with("value", Hl7Time.hl7(sheet.at()));
        root.open("confidentialityCode")
                .with("code", restricted(sheet) ? "R" : "N")
                .with("codeSystem", "2.16.840.1.113883.5.25");
        root.open("languageCode").with("code", "ja-JP");
        patient(root, sheet);
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

    private static boolean restricted(Sheet sheet) {
        return sheet.entries().stream().anyMatch(entry -> !labels(entry).isEmpty());
    }

    private static Set<Label> labels(Entry entry) {
        return switch (entry) {
            case Medicines medicines -> medicines.labels();
            case Results results -> results.labels();
            case Problem problem -> problem.labels();
            case PerformedActs performed -> performed.labels();
            case Paper paper -> paper.labels();
            case KeptFhir kept -> kept.labels();
            case Allergies none -> Set.of();
            case Stay none -> Set.of();
        };
    }

    /// The same source, the same document.
    private static String id(Sheet sheet) {
        return UUID.nameUUIDFromBytes((sheet.patient() + "/" + sheet.source()).getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /// CDA names systems by their OID; a code of another system is not written as one of LOINC.
    private static void code(XmlElement code, Concept type) {
        var system = type.first().system();
        var oid = system.equals("http://loinc.org")
                ? LOINC
                : OID.matcher(system).matches() ? system.replace("urn:oid:", "") : "";
        if (oid.isEmpty() || type.first().code().isEmpty()) {
            code.with("nullFlavor", "OTH").open("originalText").add(type.shown().isEmpty() ? "診療情報" : type.shown());
        } else {
            code.with("code", type.first().code()).with("codeSystem", oid).withSome("displayName", type.shown());
        }
    }

    private static void patient(XmlElement root, Sheet sheet) {
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

    private static void section(XmlElement element, Paper.PaperSection section) {
        if (!section.title().isEmpty()) {
            element.open("title").add(section.title());
        }
        var text = element.open("text");
        section.text().lines().forEach(line -> text.open("paragraph").add(line));
    }
}

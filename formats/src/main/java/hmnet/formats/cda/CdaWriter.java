package hmnet.formats.cda;

import hmnet.formats.chart.Allergies;
import hmnet.formats.chart.Concept;
import hmnet.formats.chart.Entry;
import hmnet.formats.chart.Kept;
import hmnet.formats.chart.Medicines;
import hmnet.formats.chart.Paper;
import hmnet.formats.chart.Performed;
import hmnet.formats.chart.Problem;
import hmnet.formats.chart.Results;
import hmnet.formats.chart.Sheet;
import hmnet.formats.chart.Stay;
import hmnet.formats.file.Note;
import hmnet.formats.hl7.Hl7Time;
import hmnet.formats.xml.XmlElement;
import hmnet.formats.xml.XmlText;
import java.util.ArrayList;
import java.util.List;

/// A sheet as a CDA document (CDAの書き出し): header and sections in words. Codes and files do not fit in
/// words; what is left out is told.
@SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
public record CdaWriter(byte[] bytes, List<Note> notes) {
    private static final String LOINC = "2.16.840.1.113883.6.1";

    public static CdaWriter of(Sheet sheet) {
        var notes = new ArrayList<Note>();
        var sections = new ArrayList<Paper.Section>();
        for (var entry : sheet.entries()) {
            sections.addAll(words(entry, notes));
        }
        return new CdaWriter(XmlText.of(document(sheet, sections)), List.copyOf(notes));
    }

    private static XmlElement document(Sheet sheet, List<Paper.Section> sections) {
        var root = XmlElement.of("ClinicalDocument")
                .with("xmlns", "urn:hl7-org:v3")
                .with("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        root.open("typeId").with("root", "2.16.840.1.113883.1.3").with("extension", "POCD_HD000040");
        root.open("id").with("root", "urn:hmnet:source").with("extension", sheet.source());
        var paper = sheet.entries().stream()
                .filter(Paper.class::isInstance)
                .map(Paper.class::cast)
                .findFirst();
        var type = paper.map(Paper::type).orElse(Concept.of("http://loinc.org", "34133-9", "診療情報"));
        root.open("code")
                .with(
                        "code",
                        type.first().code().isEmpty() ? "34133-9" : type.first().code())
                .with("codeSystem", system(type.first().system()))
                .withSome("displayName", type.shown());
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
        author.open("assignedPerson").open("name").add(paper.map(Paper::author).orElse(""));
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
        return sheet.entries().stream()
                .anyMatch(
                        entry -> entry instanceof Paper paper && !paper.labels().isEmpty());
    }

    private static String system(String uri) {
        return uri.equals("http://loinc.org") || uri.isEmpty() ? LOINC : uri.replace("urn:oid:", "");
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

    private static void section(XmlElement element, Paper.Section section) {
        if (!section.title().isEmpty()) {
            element.open("title").add(section.title());
        }
        var text = element.open("text");
        section.text().lines().forEach(line -> text.open("paragraph").add(line));
    }

    private static List<Paper.Section> words(Entry entry, List<Note> notes) {
        return switch (entry) {
            case Paper paper -> {
                if (paper.content().length > 0 && !paper.contentType().contains("cda")) {
                    notes.add(Note.info("file-not-written", 0, paper.key(), paper.contentType()));
                }
                yield paper.sections();
            }
            case Problem problem ->
                List.of(new Paper.Section(
                        "病名", (problem.disease().shown() + " " + problem.onset() + " " + problem.outcome()).strip()));
            case Allergies allergies ->
                List.of(new Paper.Section(
                        "アレルギー",
                        lines(allergies.items().stream()
                                .map(item -> (item.name() + " " + item.reaction()).strip())
                                .toList())));
            case Medicines medicines ->
                List.of(new Paper.Section(
                        "処方",
                        lines(medicines.drugs().stream().map(CdaWriter::drug).toList())));
            case Results results ->
                List.of(new Paper.Section(
                        results.title().isEmpty() ? "検査結果" : results.title(),
                        lines(results.results().stream().map(CdaWriter::result).toList())));
            case Performed performed ->
                List.of(new Paper.Section(
                        performed.title().isEmpty() ? "処置" : performed.title(),
                        lines(performed.acts().stream()
                                .map(act -> (act.act().shown() + " " + act.said()).strip())
                                .toList())));
            case Stay stay ->
                List.of(new Paper.Section("入退院", stay.at().toLocalDate().toString()));
            case Kept kept -> {
                notes.add(Note.info("not-written", 0, kept.key(), kept.title()));
                yield List.of();
            }
        };
    }

    private static String lines(List<String> lines) {
        return String.join("\n", lines);
    }

    private static String drug(Medicines.Drug drug) {
        return (drug.drug().shown() + " " + drug.dose().value() + drug.dose().unit() + " " + drug.usage()
                        + (drug.days() > 0 ? " " + drug.days() + (drug.asNeeded() ? "回分" : "日分") : ""))
                .strip();
    }

    private static String result(Results.Result result) {
        return (result.test().shown() + " " + result.value() + " "
                        + result.unit().unit() + " " + result.flag())
                .strip();
    }
}

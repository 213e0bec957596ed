package hmnet.formats.fhirfile;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import hmnet.formats.fhirfile.value.AnsweredItems;
import hmnet.formats.fhirfile.value.Quantities;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.extract.DocumentExtract;
import hmnet.formats.model.extract.ProcedureExtract;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/// What lists draw of acts and documents (処置・文書の抜粋).
final class Clinical {
    /// HL7's reasons for an empty list.
    private static final Map<String, String> EMPTY = Map.of(
            "nilknown", "ないことを確認",
            "notasked", "聞いていない",
            "withheld", "伏せられている",
            "unavailable", "入手できない",
            "notstarted", "未着手",
            "closed", "更新を終えた");

    private Clinical() {}

    static ProcedureExtract act(Resource resource, Support support) {
        var about = about(resource);
        var code = Codes.main(about);
        var status = FhirStates.of(resource);
        var amount = Quantities.amount(resource.node().at("doseQuantity"));
        return new ProcedureExtract(
                resource.is("ServiceRequest"),
                doctor(resource, support),
                List.of(new ProcedureExtract.ProcedureItem(
                        code.code(),
                        code.system(),
                        about.shown(),
                        amount.value(),
                        amount.unitShown(),
                        said(resource),
                        status.state(),
                        status.reason())));
    }

    /// Who did it, of an order who asked for it.
    private static String doctor(Resource resource, Support support) {
        var parties = new FhirParties(resource, support);
        var done = parties.performer().shown();
        var asked = parties.source().doctor().shown();
        return resource.is("ServiceRequest") && !asked.isEmpty() || done.isEmpty() ? asked : done;
    }

    /// All that belongs to an act: where, why, what came of it, with what.
    private static String said(Resource resource) {
        var said = new LinkedHashSet<String>();
        tell(said, resource, "部位", "bodySite", "site");
        tell(said, resource, "経路", "route");
        tell(said, resource, "理由", "reasonCode");
        tell(said, resource, "結果", "outcome");
        tell(said, resource, "合併症", "complication");
        tell(said, resource, "追跡", "followUp");
        tell(said, resource, "指示", "orderDetail");
        said.add(labelled("ロット", resource.text("lotNumber")));
        said.add(labelled("接種回数", resource.text("protocolApplied.doseNumberPositiveInt")));
        said.add(labelled("期間", period(resource)));
        resource.all("note.text").forEach(note -> said.add(note.text()));
        said.removeIf(String::isBlank);
        return String.join(" ", said);
    }

    private static String period(Resource resource) {
        var end = resource.text("performedPeriod.end");
        return end.isEmpty() ? "" : resource.text("performedPeriod.start") + "～" + end;
    }

    private static void tell(Set<String> said, Resource resource, String label, String... paths) {
        for (var path : paths) {
            var words = resource.all(path).stream()
                    .map(each -> Codes.concept(each).shown())
                    .filter(word -> !word.isBlank())
                    .collect(Collectors.joining("・"));
            said.add(labelled(label, words));
        }
    }

    private static String labelled(String label, String words) {
        return words.isBlank() ? "" : label + " " + words;
    }

    /// What a resource is about, by the element its type says it with.
    static Concept about(Resource resource) {
        if (resource.is("Condition")) {
            return FhirConditions.disease(resource);
        }
        if (resource.is("QuestionnaireResponse")) {
            return Concept.of(AnsweredItems.title(resource.node()));
        }
        for (var path :
                List.of("code", "vaccineCode", "type", "category", "relationship", "procedureCode", "modality")) {
            var concept = Codes.concept(resource.node().at(path));
            if (!concept.isNone()) {
                return concept;
            }
        }
        return Concept.of(resource.text("title").isEmpty() ? resource.text("description") : resource.text("title"));
    }

    static DocumentExtract document(Resource resource, Support support) {
        var sections = new ArrayList<DocumentExtract.SectionItem>();
        if (resource.is("QuestionnaireResponse")) {
            sections.addAll(AnsweredItems.sections(resource.node()));
        }
        sections(resource.node(), sections);
        if (sections.isEmpty()) {
            var words = words(resource, support);
            if (!words.isEmpty()) {
                sections.add(new DocumentExtract.SectionItem(about(resource).shown(), words));
            }
        }
        var form = resource.form();
        return new DocumentExtract(
                about(resource).shown(),
                authors(resource, support),
                form.text("contentType"),
                size(form.at("data")),
                List.copyOf(sections),
                FhirStates.state(resource));
    }

    private static String authors(Resource resource, Support support) {
        var parties = new FhirParties(resource, support);
        var authors = resource.all("author").stream()
                .map(parties::shown)
                .filter(name -> !name.isBlank())
                .distinct()
                .collect(Collectors.joining(" "));
        return authors.isEmpty() ? parties.performer().shown() : authors;
    }

    private static void sections(JsonValue of, List<DocumentExtract.SectionItem> sections) {
        for (var section : of.all("section")) {
            var words = Narrative.words(section.text("text.div"));
            var empty = emptyReason(section.at("emptyReason"));
            if (!words.isEmpty() || !empty.isEmpty()) {
                sections.add(new DocumentExtract.SectionItem(
                        section.text("title"), words.isEmpty() ? "記載なし（" + empty + "）" : words));
            }
            sections(section, sections);
        }
    }

    /// Looked for and none, not asked, and withheld never look alike.
    private static String emptyReason(JsonValue reason) {
        var said = Codes.concept(reason);
        return said.codes().stream()
                .filter(code -> said.text().isEmpty() && code.system().endsWith("list-empty-reason"))
                .map(code -> EMPTY.getOrDefault(code.code(), ""))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElseGet(said::shown);
    }

    private static String words(Resource resource, Support support) {
        var said = new LinkedHashSet<String>();
        for (var path : List.of("conclusion", "description", "payload.contentString", "summary")) {
            resource.all(path).forEach(each -> said.add(each.text().strip()));
        }
        resource.all("conclusionCode")
                .forEach(code -> said.add(Codes.concept(code).shown()));
        if (resource.is("Observation")) {
            measured(resource, support).forEach(said::add);
        }
        resource.all("note.text").forEach(note -> said.add(note.text().strip()));
        said.removeIf(String::isBlank);
        var words = String.join("\n", said);
        return words.isEmpty() ? Narrative.words(resource.text("text.div")) : words;
    }

    /// A finding in words: value, judgement, comments.
    private static List<String> measured(Resource observation, Support support) {
        var at = Objects.requireNonNullElse(FhirTime.of(observation), FhirTime.EPOCH);
        var lines = new ArrayList<String>();
        for (var test : FhirMeasurements.tests(List.of(observation), support, at)) {
            boolean component = test.key().contains("/");
            lines.add(((component ? test.test().shown() + " " : "")
                            + test.value()
                            + (test.value().isEmpty() ? "" : test.unit().unitShown())
                            + (test.flag().isEmpty() ? "" : " " + test.flag()))
                    .strip());
            lines.addAll(test.notes());
        }
        return lines;
    }

    private static int size(JsonValue base64) {
        try (var in = Base64.getMimeDecoder().wrap(base64.stream())) {
            return (int) in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            return 0;
        }
    }
}

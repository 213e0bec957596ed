package hmnet.formats.fhirfile;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import hmnet.formats.fhirfile.value.Quantities;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.DiagnosisNotes;
import hmnet.formats.model.chart.KeptFhir;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.extract.DiagnosisExtract;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A diagnosis (病名), from a Condition: when it began is never when somebody recorded it.
final class FhirConditions {
    private static final Set<String> SUSPECTED = Set.of("provisional", "unconfirmed", "differential");
    private static final String MODIFIER = "JP_Condition_Disease";

    private final Resource condition;

    private FhirConditions(Resource condition) {
        this.condition = condition;
    }

    static Problem of(KeptFhir kept, Resource condition, Support support) {
        var said = new FhirConditions(condition);
        return new Problem(
                kept.key(),
                kept.at(),
                disease(condition),
                said.onset(),
                said.ended(),
                said.outcome(),
                said.suspected(),
                said.main(),
                new FhirParties(condition, support).source(),
                FhirStates.of(condition),
                false,
                condition.text("recordedDate"),
                said.notes(),
                kept.labels());
    }

    static DiagnosisExtract extract(Resource condition) {
        var said = new FhirConditions(condition);
        var disease = disease(condition);
        var status = FhirStates.of(condition);
        var notes = said.notes();
        if (said.onset().isEmpty() && !condition.text("recordedDate").isEmpty()) {
            notes.addFirst("記録日 " + day(condition.text("recordedDate")));
        }
        return new DiagnosisExtract(
                disease.shown(),
                disease.first().code(),
                disease.code(CodingSystems.ICD10),
                said.onset(),
                said.ended(),
                said.outcome(),
                said.suspected(),
                said.main(),
                status.state(),
                status.reason(),
                notes);
    }

    /// A refuted one, one that is over and one only suspected are called so.
    static String title(Resource condition) {
        var name = disease(condition).shown();
        boolean suspected = new FhirConditions(condition).suspected();
        return FhirStates.title(condition) + (suspected && !name.endsWith("疑い") ? name + "の疑い" : name);
    }

    /// Its text, else the disease between what stands before and behind it (修飾語).
    static Concept disease(Resource condition) {
        var code = condition.node().at("code");
        var said = Codes.concept(code);
        var before = modifiers(code, "PrefixModifier");
        var behind = modifiers(code, "PostfixModifier");
        return said.text().isBlank() && !(before + behind).isEmpty()
                ? new Concept(before + said.shown() + behind, said.codes())
                : said;
    }

    private static String modifiers(JsonValue code, String which) {
        return code.all("extension").stream()
                .filter(extension -> extension.text("url").endsWith(MODIFIER + which))
                .map(extension ->
                        Codes.concept(extension.at("valueCodeableConcept")).shown())
                .collect(Collectors.joining());
    }

    private boolean suspected() {
        return SUSPECTED.contains(condition.text("verificationStatus.coding.code"))
                || modifiers(condition.node().at("code"), "PostfixModifier").contains("疑い");
    }

    private boolean main() {
        var types = condition.all("extension").stream()
                .filter(extension -> extension.text("url").endsWith("JP_eCS_DiagnosisType"))
                .flatMap(extension -> Stream.of(
                        extension.text("valueCoding.code"),
                        extension.text("valueCode"),
                        extension.text("valueCodeableConcept.coding.code")));
        return types.anyMatch("principal"::equals)
                || condition.all("note.text").stream()
                        .anyMatch(note -> note.text().equals(DiagnosisNotes.MAIN))
                || condition.all("category.coding.code").stream()
                        .anyMatch(code -> code.text().equals("principal-diagnosis"));
    }

    static String day(String date) {
        return date.length() > 10 ? date.substring(0, 10) : date;
    }

    private String onset() {
        var onset = condition.text("onsetDateTime").isEmpty()
                ? condition.text("onsetPeriod.start")
                : condition.text("onsetDateTime");
        return day(onset);
    }

    private String ended() {
        var ended = condition.text("abatementDateTime").isEmpty()
                ? condition.text("abatementPeriod.end")
                : condition.text("abatementDateTime");
        return day(ended);
    }

    private String outcome() {
        for (var note : condition.all("note.text")) {
            if (note.text().startsWith(DiagnosisNotes.OUTCOME)) {
                return note.text().substring(DiagnosisNotes.OUTCOME.length());
            }
        }
        return switch (condition.text("clinicalStatus.coding.code")) {
            case "inactive" -> "非活動性";
            case "remission" -> "寛解";
            case "resolved" -> "治ゆ";
            // From outside: active and what comes again, which stands in the notes.
            default -> "";
        };
    }

    private List<String> notes() {
        var notes = new ArrayList<String>();
        var node = condition.node();
        switch (condition.text("clinicalStatus.coding.code")) {
            case "recurrence" -> notes.add("再発");
            case "relapse" -> notes.add("再燃");
            default -> {} // From outside: what its outcome says.
        }
        switch (condition.text("verificationStatus.coding.code")) {
            case "differential" -> notes.add("鑑別診断");
            case "unconfirmed" -> notes.add("未確認");
            default -> {} // From outside: confirmed, or what its state says.
        }
        vague("発症", "onset", notes);
        vague("終了", "abatement", notes);
        notes.add(labelled("重症度", Codes.concept(node.at("severity")).shown()));
        node.all("bodySite")
                .forEach(site -> notes.add(labelled("部位", Codes.concept(site).shown())));
        node.all("stage.summary")
                .forEach(stage -> notes.add(labelled("病期", Codes.concept(stage).shown())));
        node.all("evidence.code")
                .forEach(each -> notes.add(labelled("根拠", Codes.concept(each).shown())));
        node.all("note.text").stream()
                .map(JsonValue::text)
                .filter(note -> !note.equals(DiagnosisNotes.MAIN) && !note.startsWith(DiagnosisNotes.OUTCOME))
                .forEach(notes::add);
        notes.removeIf(String::isBlank);
        return new ArrayList<>(notes.stream().distinct().toList());
    }

    /// A time that is no date: an age, words, a range.
    private void vague(String what, String path, List<String> notes) {
        var age = Quantities.time(condition.node().at(path + "Age"));
        if (!age.isNone()) {
            notes.add(what + " " + age.value() + (age.unitCode().equals("a") ? "歳" : age.unitShown()));
        }
        notes.add(labelled(what, condition.text(path + "String")));
        notes.add(labelled(
                what, Quantities.range(condition.node().at(path + "Range")).shown()));
    }

    private static String labelled(String label, String words) {
        return words.isBlank() ? "" : label + " " + words;
    }
}

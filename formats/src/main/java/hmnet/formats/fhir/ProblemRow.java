package hmnet.formats.fhir;

import hmnet.formats.model.chart.DiagnosisNotes;
import hmnet.formats.model.chart.Part;
import hmnet.formats.model.chart.Part.Ids;
import hmnet.formats.model.chart.Problem;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.CodingLevel;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.code.LabelRules;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.code.Vocabulary;
import hmnet.formats.model.extract.DiagnosisExtract;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A diagnosis as a row (病名の行): JP_Condition.
final class ProblemRow {
    private static final String TERMS = "http://terminology.hl7.org/CodeSystem/";
    private static final Set<String> CURED = Set.of("治ゆ", "治癒", "2", "F");

    /// How somebody fares who is still ill: without an end the disease goes on.
    private static final Set<String> GOING_ON = Set.of("不変", "軽快", "悪化", "増悪");

    private ProblemRow() {}

    static Part of(Problem problem, Ids ids) {
        var department = problem.from().department().shown();
        var icd10 = problem.disease().code(CodingSystems.ICD10);
        var labels = Rows.labels(problem.labels(), department);
        labels.addAll(LabelRules.ofDiagnosis(icd10));
        labels.addAll(Rows.labelsOfWords(problem.disease().shown()));
        labels.addAll(LabelRules.ofCodes(problem.disease().added()));
        var bundle = new Bundle(ids);
        write(bundle, problem);
        var shown = problem.disease().shown();
        return new Rows.RowFrame(
                        RecordKind.DIAGNOSIS,
                        problem.key(),
                        problem.at(),
                        labels,
                        problem.correction(),
                        false,
                        null,
                        department)
                .part(
                        state(problem) + (problem.suspected() && !shown.endsWith("疑い") ? shown + "の疑い" : shown),
                        problem.disease().codes(),
                        List.of(CodingLevel.of(
                                Vocabulary.DISEASE, problem.disease().codes())),
                        new DiagnosisExtract(
                                shown,
                                problem.disease().first().code(),
                                icd10,
                                problem.onset(),
                                problem.ended(),
                                problem.outcome(),
                                problem.suspected(),
                                problem.main(),
                                problem.status().state(),
                                problem.status().reason(),
                                problem.notes()),
                        bundle);
    }

    private static void write(Bundle bundle, Problem problem) {
        var json = bundle.start("Condition", problem.key(), "JP_Condition");
        var recorder = new RequesterJson(problem.from());
        json.openList("contained");
        recorder.contained(json);
        json.closeList();
        json.openList("identifier").identifier("", problem.key()).closeList();
        boolean refuted = problem.status().state() == CareState.REFUTED;
        if (!refuted) {
            json.concept("clinicalStatus", TERMS + "condition-clinical", status(problem), "");
        }
        json.concept(
                "verificationStatus",
                TERMS + "condition-ver-status",
                refuted ? "refuted" : problem.suspected() ? "provisional" : "confirmed",
                "");
        json.concepts("category", TERMS + "condition-category", "problem-list-item", "");
        json.concept("code", problem.disease()).reference("subject", bundle.patient());
        json.text("onsetDateTime", problem.onset()).text("abatementDateTime", problem.ended());
        json.text("recordedDate", problem.recorded().isBlank() ? Bundle.time(problem.at()) : problem.recorded());
        recorder.reference(json, "recorder");
        json.notes(notes(problem));
        bundle.end();
    }

    /// R4 has no place for the outcome nor for which diagnosis is the main one (主病名); the status says but whether it
    /// is over.
    private static List<String> notes(Problem problem) {
        var notes = new ArrayList<String>();
        if (problem.main()) {
            notes.add(DiagnosisNotes.MAIN);
        }
        if (!problem.outcome().isBlank()
                && !problem.outcome().equals("治ゆ")
                && !problem.outcome().equals("寛解")) {
            notes.add(DiagnosisNotes.OUTCOME + problem.outcome());
        }
        notes.addAll(problem.notes());
        return List.copyOf(notes);
    }

    private static String state(Problem problem) {
        var words = problem.status().state().words();
        return words.isEmpty() ? "" : "（" + words + "）";
    }

    private static String status(Problem problem) {
        if (CURED.contains(problem.outcome())) {
            return "resolved";
        }
        if (problem.outcome().equals("寛解")) {
            return "remission";
        }
        boolean over = problem.status().state() == CareState.ENDED
                || !problem.ended().isEmpty()
                || !problem.outcome().isBlank() && !GOING_ON.contains(problem.outcome());
        return over ? "inactive" : "active";
    }
}

package hmnet.care.summary;

import hmnet.care.cautions.BloodTypes;
import hmnet.care.cautions.DrugCautions.DrugCaution;
import hmnet.care.summary.SummaryScreen.CurrentMedicine;
import hmnet.care.summary.SummaryScreen.OpenQuestion;
import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.PersonBanner.AllergyNote;
import hmnet.care.viewer.PersonBanner.AllergyState;
import hmnet.formats.model.code.Label;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collector;
import java.util.stream.Collectors;

/// What somebody should clear up before relying on the chart (確認が必要なこと): where facilities contradict each other,
/// what is taken twice, what is kept back, late or untold.
record OpenQuestions(ChartFrame chart, Function<FacilityId, String> facilities, Messages m) {
    private static final int DUPLICATES_NAMED = 4;

    List<OpenQuestion> of(List<ChartEntry> entries, List<CurrentMedicine> medicines) {
        var questions = new ArrayList<OpenQuestion>();
        BloodTypes.contradictions(entries, facilities, m)
                .forEach(words -> questions.add(question("blood", m.t("summary.question.blood"), words)));
        allergies(questions);
        medicines(questions, medicines);
        untold(questions, entries);
        chart.person().closed().stream()
                .filter(closed -> !closed.facility().isEmpty())
                .forEach(closed -> questions.add(
                        question("withheld", m.t("summary.question.withheld", closed.facility()), closed.kinds())));
        chart.person()
                .feeds()
                .forEach(feed -> questions.add(
                        feed.since() == null
                                ? question("silent", m.t("summary.question.silent"), feed.facility())
                                : question(
                                        "late",
                                        m.t("summary.question.late"),
                                        m.t("viewer.feed.late", feed.facility(), m.moment(feed.since())))));
        return questions;
    }

    private static OpenQuestion question(String kind, String title, String words) {
        return new OpenQuestion(kind, title, words, null);
    }

    /// One facility says that there is an allergy, another was told that there is none.
    private void allergies(List<OpenQuestion> questions) {
        var notes = chart.person().allergies();
        var present = notes.stream().filter(note -> note.state().warns()).toList();
        var denied = notes.stream()
                .filter(note -> note.state() == AllergyState.DENIED || note.state() == AllergyState.REFUTED)
                .filter(note ->
                        present.stream().anyMatch(other -> !other.facility().equals(note.facility())))
                .toList();
        if (!present.isEmpty() && !denied.isEmpty()) {
            questions.add(question(
                    "allergy",
                    m.t("summary.question.allergy"),
                    m.t("summary.question.against", words(present), words(denied))));
        }
    }

    private String words(List<AllergyNote> notes) {
        return notes.stream()
                .map(note -> note.facility() + " "
                        + m.t("viewer.allergy." + note.state().word()) + (note.what() == null ? "" : note.what()))
                .distinct()
                .collect(Collectors.joining(m.t("viewer.comma")));
    }

    private void medicines(List<OpenQuestion> questions, List<CurrentMedicine> medicines) {
        var path = chart.path(ChartTab.MEDICINES);
        var bleeding = medicines.stream()
                .filter(drug -> drug.cautions().stream().anyMatch(DrugCaution::bleeding))
                .toList();
        var cautions = bleeding.stream()
                .flatMap(drug -> drug.cautions().stream().filter(DrugCaution::bleeding))
                .distinct()
                .sorted()
                .toList();
        if (cautions.size() > 1) {
            questions.add(new OpenQuestion(
                    "bleeding",
                    m.t(
                            "summary.question.bleeding",
                            cautions.stream()
                                    .map(one -> m.t("viewer.drug-caution." + one.word()))
                                    .collect(Collectors.joining(m.t("viewer.comma")))),
                    named(bleeding),
                    path));
        }
        var twice = medicines.stream().filter(CurrentMedicine::duplicate).toList();
        if (!twice.isEmpty()) {
            questions.add(new OpenQuestion("duplicate", m.t("summary.question.duplicate"), together(twice), path));
        }
    }

    /// Each drug once with all who supply it. Of many the first are named: the table of medicines has all of them.
    private String together(List<CurrentMedicine> twice) {
        var byName = twice.stream()
                .collect(Collectors.groupingBy(
                        CurrentMedicine::name,
                        LinkedHashMap::new,
                        Collectors.mapping(
                                CurrentMedicine::facility,
                                Collectors.collectingAndThen(
                                        Collectors.toList(),
                                        places -> places.stream().distinct().collect(joined())))));
        var named = byName.entrySet().stream()
                .limit(DUPLICATES_NAMED)
                .map(drug -> m.t("viewer.state.because", drug.getKey(), drug.getValue()))
                .collect(joined());
        var rest = byName.size() - DUPLICATES_NAMED;
        return rest > 0 ? named + m.t("viewer.comma") + m.t("summary.medicines.rest", rest) : named;
    }

    private Collector<CharSequence, ?, String> joined() {
        return Collectors.joining(m.t("viewer.comma"));
    }

    private String named(List<CurrentMedicine> medicines) {
        return medicines.stream()
                .map(drug -> m.t("viewer.state.because", drug.name(), drug.facility()))
                .distinct()
                .collect(Collectors.joining(m.t("viewer.comma")));
    }

    /// Of what stands on this page, each by its kind and facility; its title is read where it stands.
    private void untold(List<OpenQuestion> questions, List<ChartEntry> entries) {
        var untold = entries.stream()
                .filter(entry -> entry.labels().contains(Label.UNINFORMED))
                .toList();
        if (!untold.isEmpty()) {
            var words = untold.stream()
                    .map(entry -> facilities.apply(entry.facility()) + " "
                            + m.t("kind." + entry.kind().name().toUpperCase(Locale.ROOT)))
                    .distinct()
                    .collect(Collectors.joining(m.t("viewer.comma")));
            questions.add(new OpenQuestion(
                    "untold",
                    m.t("summary.question.untold", untold.size()),
                    words,
                    chart.path(ChartTab.TIMELINE) + "?period=all"));
        }
    }
}

package hmnet.care.recordpage;

import hmnet.care.cautions.BloodTypes;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.Departments;
import hmnet.care.viewer.Mark;
import hmnet.care.viewer.StateWords;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Frame;
import hmnet.ground.directory.Requester;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.Explanations;
import hmnet.record.charts.OriginalLook;
import hmnet.record.charts.SupersededEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Draws up one record whole (記録の詳細の組立): content, times, and the versions it replaced.
@Component
class WholeRecord {
    private final ChartFrames chartFrames;
    private final AttachedFiles attachedFiles;
    private final Explanations explanations;

    WholeRecord(ChartFrames chartFrames, AttachedFiles attachedFiles, Explanations explanations) {
        this.chartFrames = chartFrames;
        this.attachedFiles = attachedFiles;
        this.explanations = explanations;
    }

    Optional<RecordScreen> screen(Chart chart, UUID id, Requester requester, Frame frame) {
        return chart.document(id).map(document -> screen(chart, document, requester, frame));
    }

    /// The original of a record, or why it is kept back, under the record's own heading.
    OriginalScreen screen(Chart chart, ChartEntry entry, Supplier<OriginalLook> look, Frame frame) {
        return new OriginalScreen(
                chartFrames.frame(chart, tab(entry.kind()), frame.m()),
                entry.id(),
                entry.kind(),
                entry.title(),
                chartFrames.name(entry.facility()),
                chartFrames.phone(entry.facility()),
                entry.receivedAt(),
                look);
    }

    private RecordScreen.@Nullable Explanation explanation(Chart.Document document, Requester requester) {
        var entry = document.entry();
        if (!explanations.isFor(requester, entry)) {
            return null;
        }
        if (document.releasedAt() != null) {
            return RecordScreen.Explanation.TOLD;
        }
        if (entry.labels().contains(Label.UNINFORMED)) {
            return RecordScreen.Explanation.UNTOLD;
        }
        return explanations.canBeTold(entry) ? RecordScreen.Explanation.OPEN : RecordScreen.Explanation.PRELIMINARY;
    }

    private RecordScreen screen(Chart chart, Chart.Document document, Requester requester, Frame frame) {
        var entry = document.entry();
        var sections = new Sections(frame.m());
        return new RecordScreen(
                chartFrames.frame(chart, tab(entry.kind()), frame.m()),
                entry.kind(),
                entry.title(),
                StateWords.of(entry, frame.m()),
                chartFrames.name(entry.facility()),
                chartFrames.phone(entry.facility()),
                Departments.words(entry, frame.m()),
                new RecordScreen.Times(
                        entry.occurredAt(), entry.receivedAt(), document.finalAt(), document.releasedAt()),
                Mark.allOf(entry),
                BloodTypes.contradictions(chart, entry, chartFrames::name, frame.m()),
                sections.of(entry),
                files(chart, document, frame),
                earlier(entry, chart.formers(List.of(entry.id())), sections),
                related(chart, entry, frame),
                "/people/" + chart.person().id() + "/records/" + entry.id(),
                explanation(document, requester));
    }

    private List<RecordScreen.RelatedRecord> related(Chart chart, ChartEntry entry, Frame frame) {
        return chart.ofOneNumber(entry.id()).stream()
                .map(other -> new RecordScreen.RelatedRecord(
                        "/people/" + chart.person().id() + "/records/" + other.id(),
                        other.kind(),
                        other.title(),
                        StateWords.of(other, frame.m()),
                        chartFrames.name(other.facility()),
                        other.occurredAt(),
                        Mark.allOf(other)))
                .toList();
    }

    private Supplier<List<RecordScreen.RecordFile>> files(Chart chart, Chart.Document document, Frame frame) {
        var files = attachedFiles.of(document);
        var person = chart.person().id();
        return () -> files.lines(person, document.entry().id(), frame.m());
    }

    private static ChartTab tab(RecordKind kind) {
        return switch (kind) {
            case PRESCRIPTION, INJECTION, DISPENSING -> ChartTab.MEDICINES;
            case LABORATORY, LAB_SAFETY, CHECKUP -> ChartTab.LABORATORY;
            case DIAGNOSIS -> ChartTab.DIAGNOSES;
            case ADMISSION -> ChartTab.ADMISSIONS;
            case PROFILE, ALLERGY, LAB_ORDER, VISIT -> ChartTab.TIMELINE;
            case PROCEDURE, REPORT, DOCUMENT, VITAL, CARE -> ChartTab.TIMELINE;
        };
    }

    private static List<RecordScreen.Earlier> earlier(
            ChartEntry entry, List<SupersededEntry> formers, Sections sections) {
        var earlier = new ArrayList<RecordScreen.Earlier>();
        for (var supersededEntry : formers) {
            if (Sections.same(entry, supersededEntry.entry())) {
                earlier.add(new RecordScreen.Earlier(
                        earlier.size() + 1,
                        supersededEntry.entry().receivedAt(),
                        sections.changed(supersededEntry.entry(), entry)));
            }
        }
        return earlier.reversed();
    }
}

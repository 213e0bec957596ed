package hmnet.care.recordpage;

import hmnet.care.cautions.BloodTypes;
import hmnet.care.timeline.Orders;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.Departments;
import hmnet.care.viewer.Mark;
import hmnet.care.viewer.StateWords;
import hmnet.consent.subjectrequests.SubjectRequests;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.Explanations;
import hmnet.record.charts.OriginalLook;
import hmnet.record.charts.SupersededEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Draws up one record whole (記録の詳細の組立): content, times, and the versions it replaced.
@Component
public class WholeRecord {
    private final ChartFrames chartFrames;
    private final AttachedFiles attachedFiles;
    private final Explanations explanations;
    private final Orders orders;
    private final SubjectRequests requests;

    WholeRecord(
            ChartFrames chartFrames,
            AttachedFiles attachedFiles,
            Explanations explanations,
            Orders orders,
            SubjectRequests requests) {
        this.requests = requests;
        this.chartFrames = chartFrames;
        this.attachedFiles = attachedFiles;
        this.explanations = explanations;
        this.orders = orders;
    }

    /// @return nothing where the chart shows no such record
    public Optional<RecordScreen> screen(Chart chart, UUID id, Requester requester, Frame frame) {
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
        var rest = orders.restOf(chart, entry.id());
        return new RecordScreen(
                chartFrames.frame(chart, tab(entry.kind()), frame.m()),
                entry.kind(),
                entry.title(),
                StateWords.of(entry, frame.m()),
                chartFrames.name(entry.facility()),
                chartFrames.phone(entry.facility()),
                Departments.whole(entry, frame.m()),
                new RecordScreen.Times(
                        entry.occurredAt(), entry.receivedAt(), document.finalAt(), document.releasedAt()),
                Stream.concat(Stream.of(entry), rest.stream())
                        .flatMap(part -> Mark.allOf(part).stream())
                        .distinct()
                        .toList(),
                BloodTypes.contradictions(chart, entry, chartFrames::name, frame.m()),
                whole(entry, rest, sections, frame.m()),
                files(chart, document, frame),
                earlier(entry, chart.formers(List.of(entry.id())), sections),
                related(chart, entry, rest, frame),
                "/people/" + chart.person().id() + "/records/" + entry.id(),
                explanation(document, requester),
                requests.disputedSince(chart.person().id(), entry.id()).orElse(null),
                markable(chart, entry, requester));
    }

    private List<RecordScreen.MarkableRequest> markable(Chart chart, ChartEntry entry, Requester requester) {
        return requester.may(Right.REQUESTS)
                ? requests.markable(chart.person().id(), entry.id(), entry.facility(), requester).stream()
                        .map(one -> new RecordScreen.MarkableRequest(
                                one.id().toString(), one.kind().word(), one.receivedOn(), one.record() != null))
                        .toList()
                : List.of();
    }

    /// What an order was cut into by who may see it stands together; what became of a part stands over it.
    private static List<RecordScreen.Section> whole(
            ChartEntry entry, List<ChartEntry> rest, Sections sections, Messages m) {
        var whole = new ArrayList<>(sections.of(entry));
        for (var part : rest) {
            var state = StateWords.of(part, m);
            for (var section : sections.of(part)) {
                var title = state == null ? section.title() : (state + " " + section.title()).strip();
                whole.add(new RecordScreen.Section(title, section.lines()));
            }
        }
        return whole;
    }

    /// Versions, files and the explanation of the rest of its order stand on the page of each.
    private List<RecordScreen.RelatedRecord> related(
            Chart chart, ChartEntry entry, List<ChartEntry> rest, Frame frame) {
        var others = new LinkedHashMap<UUID, ChartEntry>();
        rest.forEach(other -> others.put(other.id(), other));
        chart.ofOneNumber(entry.id()).forEach(other -> others.putIfAbsent(other.id(), other));
        return others.values().stream()
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
            case LABORATORY, LAB_SAFETY -> ChartTab.LABORATORY;
            case CHECKUP -> ChartTab.CHECKUPS;
            case VITAL -> ChartTab.VITALS;
            case DIAGNOSIS -> ChartTab.DIAGNOSES;
            case ADMISSION -> ChartTab.ADMISSIONS;
            case REPORT, DOCUMENT, CARE -> ChartTab.DOCUMENTS;
            case PROFILE, ALLERGY, LAB_ORDER, VISIT, PROCEDURE -> ChartTab.TIMELINE;
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

package hmnet.care.drughistory;

import hmnet.care.drughistory.DrugHistoryScreen.HistoryFacility;
import hmnet.care.drughistory.DrugHistoryScreen.HistoryRow;
import hmnet.care.medicines.CurrentDrugs;
import hmnet.care.medicines.MedicinesScreen.Prescription;
import hmnet.care.medicines.Prescriptions;
import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.FeedCoverage;
import hmnet.care.viewer.Timelines;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Messages;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Draws up the history of drugs (薬歴の組立), a page at a time back to the oldest.
@Component
class DrugHistories {
    private static final int PAGE = 30;

    /// So many entries of the days around a page are looked through for what belongs together.
    private static final int AROUND_MOST = 500;

    private final ChartFrames chartFrames;
    private final FeedCoverage feedCoverage;

    DrugHistories(ChartFrames chartFrames, FeedCoverage feedCoverage) {
        this.chartFrames = chartFrames;
        this.feedCoverage = feedCoverage;
    }

    DrugHistoryScreen screen(Chart chart, HistoryQuery query, Frame frame) {
        var shell = chartFrames.frame(chart, ChartTab.MEDICINES, frame.m());
        var path = shell.path(ChartTab.MEDICINES) + "/history";
        var facility = query.facilityAsked();
        var page = chart.page(CurrentDrugs.KINDS, facility, query.span(), PAGE);
        var shown = page.entries();
        var received = feedCoverage.of(chart, CurrentDrugs.KINDS, frame.m());
        return new DrugHistoryScreen(
                shell,
                facilities(chart, query),
                rows(chart, shown, shell, frame.m()),
                page.older() ? query.address(path, shown.getLast().occurredAt().toString()) : null,
                query.first() ? null : query.address(path, null),
                received);
    }

    private List<HistoryFacility> facilities(Chart chart, HistoryQuery query) {
        return chart.grant().lines().stream()
                .map(line -> line.facility())
                .distinct()
                .map(facility -> new HistoryFacility(
                        Long.toString(facility.value()),
                        chartFrames.name(facility),
                        query.facilityAsked().equals(Optional.of(facility))))
                .toList();
    }

    private List<HistoryRow> rows(Chart chart, List<ChartEntry> shown, ChartFrame shell, Messages m) {
        if (shown.isEmpty()) {
            return List.of();
        }
        var all = around(chart, shown);
        var links = DispensingLinks.of(all, numbered(chart, shown), chartFrames::name);
        return HistoryRows.of(shown, all, links).stream()
                .map(row -> new HistoryRow(
                        Timelines.day(row.anchor()),
                        row.prescribed() == null ? null : cell(row.prescribed(), shell, m),
                        row.dispensed().stream()
                                .map(entry -> cell(entry, shell, m))
                                .toList()))
                .toList();
    }

    private Prescription cell(ChartEntry entry, ChartFrame shell, Messages m) {
        return Prescriptions.of(entry, shell.path(), chartFrames::name, m);
    }

    /// What is shown, and what any facility sent of the days around it.
    private static List<ChartEntry> around(Chart chart, List<ChartEntry> shown) {
        var span = new CareSpan(
                shown.getLast().occurredAt().minusDays(DispensingLinks.WITHIN_DAYS + 1L),
                shown.getFirst().occurredAt().plusDays(DispensingLinks.WITHIN_DAYS + 1L));
        var ids = shown.stream().map(ChartEntry::id).collect(Collectors.toSet());
        return Stream.concat(
                        shown.stream(),
                        chart.entries(CurrentDrugs.KINDS, Optional.empty(), span, AROUND_MOST).stream()
                                .filter(entry -> !ids.contains(entry.id())))
                .toList();
    }

    /// For each dispensing that is shown what bears a number of it.
    private static Map<UUID, Set<UUID>> numbered(Chart chart, List<ChartEntry> shown) {
        var numbered = new HashMap<UUID, Set<UUID>>();
        var dispensings = new ArrayList<>(shown);
        dispensings.removeIf(entry -> entry.kind() != RecordKind.DISPENSING);
        for (var entry : dispensings) {
            numbered.put(
                    entry.id(),
                    chart.ofOneNumber(entry.id()).stream().map(ChartEntry::id).collect(Collectors.toSet()));
        }
        return numbered;
    }
}

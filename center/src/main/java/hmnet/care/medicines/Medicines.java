package hmnet.care.medicines;

import static hmnet.formats.model.code.RecordKind.DISPENSING;
import static hmnet.formats.model.code.RecordKind.INJECTION;
import static hmnet.formats.model.code.RecordKind.PRESCRIPTION;

import hmnet.care.medicines.MedicinesScreen.Course;
import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.FeedCoverage;
import hmnet.care.viewer.RangeQuery;
import hmnet.ground.design.Frame;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Draws up the medicines of a chart (薬の組立): who supplied what until when, then the prescriptions, newest
/// first.
@Component
class Medicines {
    private static final int GRACE_DAYS = 14;
    private static final int PAGE = 30;
    /// Six months are drawn; a supply that reaches into them may have begun before.
    private static final int MONTHS_BACK = 12;

    private static final int COURSES_FROM = 1000;
    private static final long SUPPLIED = PRESCRIPTION.mask() | DISPENSING.mask();
    private static final long KINDS = SUPPLIED | INJECTION.mask();

    private final ChartFrames chartFrames;
    private final FeedCoverage feedCoverage;

    Medicines(ChartFrames chartFrames, FeedCoverage feedCoverage) {
        this.chartFrames = chartFrames;
        this.feedCoverage = feedCoverage;
    }

    MedicinesScreen screen(Chart chart, RangeQuery rangeQuery, Frame frame) {
        var today = chartFrames.today();
        var shell = chartFrames.frame(chart, ChartTab.MEDICINES, frame.m());
        var found = chart.entries(KINDS, Optional.empty(), rangeQuery.span(), PAGE + 1);
        var shown = chart.page(found, PAGE, KINDS, Optional.empty());
        return new MedicinesScreen(
                shell,
                today,
                GRACE_DAYS,
                rangeQuery.beforeAsked().isPresent() ? List.of() : courses(chart, today),
                shown.stream()
                        .map(entry -> Prescriptions.of(entry, shell.path(), chartFrames::name, frame.m()))
                        .toList(),
                found.size() > PAGE ? older(shell, shown) : null,
                rangeQuery.beforeAsked().isPresent() ? shell.path(ChartTab.MEDICINES) : null,
                feedCoverage.of(chart, SUPPLIED, frame.m()),
                shown.isEmpty() ? feedCoverage.of(chart, KINDS, frame.m()) : List.of());
    }

    private List<Course> courses(Chart chart, LocalDate today) {
        var since = RangeQuery.since(today.minusMonths(MONTHS_BACK));
        var entries = chart.entries(SUPPLIED, Optional.empty(), since, COURSES_FROM);
        return Supplies.courses(entries, today, GRACE_DAYS, chartFrames::name);
    }

    private static @Nullable String older(ChartFrame shell, List<ChartEntry> shown) {
        return UriComponentsBuilder.fromPath(shell.path(ChartTab.MEDICINES))
                .queryParam("before", shown.getLast().occurredAt())
                .encode()
                .toUriString();
    }
}

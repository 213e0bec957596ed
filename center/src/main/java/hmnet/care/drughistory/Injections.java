package hmnet.care.drughistory;

import hmnet.care.drughistory.InjectionsScreen.InjectionDay;
import hmnet.care.drughistory.InjectionsScreen.InjectionLine;
import hmnet.care.medicines.MedicinesScreen.Prescription;
import hmnet.care.medicines.Prescriptions;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.Departments;
import hmnet.care.viewer.FeedCoverage;
import hmnet.care.viewer.Mark;
import hmnet.care.viewer.Timelines;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Draws up injections and infusions (注射・点滴の組立): what was ordered and what was given, each by its clock.
@Component
class Injections {
    private static final int PAGE = 40;
    private static final String PERIOD = "期間 ";

    private final ChartFrames chartFrames;
    private final FeedCoverage feedCoverage;

    Injections(ChartFrames chartFrames, FeedCoverage feedCoverage) {
        this.chartFrames = chartFrames;
        this.feedCoverage = feedCoverage;
    }

    InjectionsScreen screen(Chart chart, HistoryQuery query, Frame frame) {
        long kinds = RecordKind.INJECTION.mask();
        var shell = chartFrames.frame(chart, ChartTab.MEDICINES, frame.m());
        var path = shell.path(ChartTab.MEDICINES) + "/injections";
        var page = chart.page(kinds, query.facilityAsked(), query.span(), PAGE);
        var shown = page.entries();
        return new InjectionsScreen(
                shell,
                days(shown, shell.path(), chartFrames::name, frame.m()),
                page.older() ? query.address(path, shown.getLast().occurredAt().toString()) : null,
                query.first() ? null : query.address(path, null),
                feedCoverage.of(chart, kinds, frame.m()));
    }

    static List<InjectionDay> days(
            List<ChartEntry> entries, String path, Function<FacilityId, String> names, Messages m) {
        var days = new LinkedHashMap<LocalDate, List<InjectionLine>>();
        for (var entry : entries) {
            days.computeIfAbsent(Timelines.day(entry), day -> new ArrayList<>()).addAll(lines(entry, path, names, m));
        }
        return days.entrySet().stream()
                .map(day -> new InjectionDay(day.getKey(), day.getValue()))
                .toList();
    }

    private static List<InjectionLine> lines(
            ChartEntry entry, String path, Function<FacilityId, String> names, Messages m) {
        var extract = (PrescriptionExtract) entry.extract().read();
        return Prescriptions.rps(extract.items(), m).stream()
                .flatMap(rp -> rp.drugs().stream()
                        .map(drug -> new InjectionLine(
                                clock(entry, drug, m),
                                timeless(drug),
                                rp.usage(),
                                extract.administered(),
                                names.apply(entry.facility()),
                                Departments.words(entry, m),
                                Mark.allOf(entry),
                                extract.notes(),
                                path + "/records/" + entry.id())))
                .toList();
    }

    /// From when until when, as it was sent; else the time of the entry, where that has one.
    private static @Nullable String clock(ChartEntry entry, Prescription.Drug drug, Messages m) {
        var day = m.shortDay(Timelines.day(entry)) + " ";
        return period(drug)
                .map(words -> words.substring(PERIOD.length()).replace(day, ""))
                .or(() -> at(entry, m))
                .orElse(null);
    }

    /// A date that was sent without a time shows none.
    private static Optional<String> at(ChartEntry entry, Messages m) {
        var at = entry.occurredAt().atZoneSameInstant(ChartFrames.JAPAN);
        return at.toLocalTime().equals(LocalTime.MIDNIGHT)
                ? Optional.empty()
                : Optional.of(m.time(at.toOffsetDateTime()));
    }

    private static Optional<String> period(Prescription.Drug drug) {
        return Stream.concat(drug.rhythm().stream(), drug.details().stream())
                .filter(words -> words.startsWith(PERIOD))
                .findFirst();
    }

    /// The clock has a column of its own.
    private static Prescription.Drug timeless(Prescription.Drug drug) {
        return new Prescription.Drug(
                drug.name(),
                drug.step(),
                drug.amounts(),
                without(drug.rhythm()),
                without(drug.details()),
                drug.notes(),
                drug.state());
    }

    private static List<String> without(List<String> words) {
        return words.stream().filter(one -> !one.startsWith(PERIOD)).toList();
    }
}

package hmnet.bench.decision;

import hmnet.care.labsheet.KeyResults;
import hmnet.consent.consents.Purpose;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Charts;
import hmnet.record.charts.Occurrences;
import hmnet.record.charts.Occurrences.TimeStep;
import hmnet.record.charts.Opening;
import hmnet.record.charts.RowSelection;
import hmnet.record.charts.RowSelection.RowGroup;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.springframework.beans.factory.BeanFactory;

/// What a real grant costs the chart it opens (開示範囲の費用): the same charts opened by readers whom rules and denials are
/// about, and, under rules that disclose everything, by one who sees all; in turns, the same SQL both times. An opening
/// counts from the request to its commit, with decision and audit event; what the summary and the time line read of the
/// chart counts by itself too.
final class GrantTurns {
    private static final int WARM_UP = 2;
    private static final int PAGE = 81;
    private static final double NANOS = 1e6;
    private static final long KINDS =
            Arrays.stream(RecordKind.values()).mapToLong(RecordKind::mask).sum();

    private final DecisionCast cast;
    private final Charts charts;
    private final Occurrences occurrences;

    GrantTurns(BeanFactory centre, DecisionCast cast) {
        this.cast = cast;
        this.charts = centre.getBean(Charts.class);
        this.occurrences = centre.getBean(Occurrences.class);
    }

    /// A chart, and one of those who may open a part of it.
    private record PairedChart(PersonId person, Requester reader) {}

    /// @param millis of the whole opening
    /// @param read of what was read of the open chart
    /// @param lines of the grant
    /// @param whole whether the grant's lines leave nothing out
    private record TimedOpening(double millis, double read, int rows, int lines, boolean whole) {}

    private record Sides(List<TimedOpening> real, List<TimedOpening> everything) {
        Sides() {
            this(new ArrayList<>(), new ArrayList<>());
        }

        double ratio(ToDoubleFunction<TimedOpening> figure) {
            return middle(real, figure) / middle(everything, figure);
        }

        boolean showTheSame() {
            return real.getFirst().rows() == everything.getFirst().rows();
        }
    }

    List<String> run(int most, int turns) {
        cast.restrict();
        var pairs = pairs(most);
        var lines = new ArrayList<String>();
        for (var view : List.of(ChartView.SUMMARY, ChartView.TIMELINE)) {
            lines.addAll(turns(view, pairs, turns));
        }
        return lines;
    }

    /// Each chart with the first reader, another first for each, who sees a part of it under a grant that
    /// leaves something out.
    private List<PairedChart> pairs(int most) {
        var pairs = new ArrayList<PairedChart>();
        for (var person : cast.open) {
            for (var n = 0; n < cast.readers.size() && pairs.size() < most; n++) {
                var reader = cast.readers.get((pairs.size() + n) % cast.readers.size());
                if (opened(reader, person, ChartView.TIMELINE)
                        .filter(one -> one.rows() > 0 && !one.whole())
                        .isPresent()) {
                    pairs.add(new PairedChart(person, reader));
                    break;
                }
            }
        }
        return pairs;
    }

    private List<String> turns(ChartView view, List<PairedChart> pairs, int turns) {
        var sides = new LinkedHashMap<PairedChart, Sides>();
        for (var turn = -WARM_UP; turn < turns; turn++) {
            cast.restrict();
            for (var pair : pairs) {
                var opening = opened(pair.reader(), pair.person(), view).orElseThrow();
                if (turn >= 0) {
                    sides.computeIfAbsent(pair, first -> new Sides()).real().add(opening);
                }
            }
            cast.open();
            for (var pair : pairs) {
                var opening = opened(cast.unlimited, pair.person(), view).orElseThrow();
                if (!opening.whole()) {
                    throw new IllegalStateException("The grant of everything leaves something out");
                }
                if (turn >= 0) {
                    sides.computeIfAbsent(pair, first -> new Sides())
                            .everything()
                            .add(opening);
                }
            }
        }
        var word = view.name().toLowerCase(Locale.ROOT);
        var same = new LinkedHashMap<>(sides);
        same.values().removeIf(one -> !one.showTheSame());
        return List.of(line(word, "any", sides, turns), line(word, "equal", same, turns));
    }

    private Optional<TimedOpening> opened(Requester reader, PersonId person, ChartView view) {
        var began = System.nanoTime();
        var found = charts.open(reader, person, Purpose.TREATMENT, view, opening -> switch (opening) {
            case Opening.Opened(var chart) -> Optional.of(read(chart, view));
            case Opening.Closed(var reason) -> Optional.<TimedOpening>empty();
        });
        var millis = (System.nanoTime() - began) / NANOS;
        return found.map(one -> new TimedOpening(millis, one.read(), one.rows(), one.lines(), one.whole()));
    }

    private TimedOpening read(Chart chart, ChartView view) {
        var began = System.nanoTime();
        var rows = view == ChartView.SUMMARY ? chart.selection(ofSummary()).size() : ofTimeline(chart);
        var read = (System.nanoTime() - began) / NANOS;
        var lines = chart.grant().lines();
        var patients = lines.stream().map(line -> line.patient()).distinct().count();
        var whole = patients == lines.size()
                && chart.grant().closed().isEmpty()
                && lines.stream()
                        .allMatch(line ->
                                line.kinds() == KINDS && line.otherThan().isEmpty());
        return new TimedOpening(0, read, rows, lines.size(), whole);
    }

    /// The groups that the summary draws, in one reading.
    private static RowSelection ofSummary() {
        var ever = CareSpan.all().from();
        return new RowSelection(
                List.of(
                        new RowGroup(RecordKind.ALLERGY.mask() | RecordKind.PROFILE.mask(), ever, 2_000),
                        new RowGroup(RecordKind.DIAGNOSIS.mask(), ever, 2_000),
                        new RowGroup(
                                RecordKind.PRESCRIPTION.mask() | RecordKind.DISPENSING.mask(),
                                OffsetDateTime.now(Denials.JAPAN).minusMonths(12),
                                400),
                        new RowGroup(KeyResults.KINDS, ever, 60),
                        new RowGroup(RecordKind.VISIT.mask() | RecordKind.ADMISSION.mask(), ever, 60),
                        new RowGroup(RecordKind.CARE.mask(), ever, 20)),
                100);
    }

    private int ofTimeline(Chart chart) {
        var counted = occurrences.of(chart, TimeStep.YEAR, CareSpan.all());
        chart.entries(-1, Optional.empty(), CareSpan.all(), PAGE);
        return counted.reaches().stream().mapToInt(reach -> reach.count()).sum();
    }

    private static String line(String view, String rows, Map<PairedChart, Sides> sides, int turns) {
        if (sides.isEmpty()) {
            return "chart: view=" + view + " rows=" + rows + " charts=0";
        }
        var real = sides.values().stream().flatMap(one -> one.real().stream()).toList();
        var everything = sides.values().stream()
                .flatMap(one -> one.everything().stream())
                .toList();
        return "chart: view=" + view + " rows=" + rows + " charts=" + sides.size() + " turns=" + turns + " rows_real="
                + sum(sides, one -> one.real().getFirst().rows()) + " rows_everything="
                + sum(sides, one -> one.everything().getFirst().rows()) + " grant_lines_real="
                + sum(sides, one -> one.real().getFirst().lines()) + " grant_lines_everything="
                + sum(sides, one -> one.everything().getFirst().lines()) + " real_p50_ms="
                + Spread.text(middle(real, TimedOpening::millis)) + " everything_p50_ms="
                + Spread.text(middle(everything, TimedOpening::millis)) + " ratio="
                + ratio(sides, TimedOpening::millis) + " read_ratio=" + ratio(sides, TimedOpening::read);
    }

    /// The middle of the charts' own ratios of middles.
    private static String ratio(Map<PairedChart, Sides> sides, ToDoubleFunction<TimedOpening> figure) {
        return Spread.text(
                Spread.of(sides.values().stream().map(one -> one.ratio(figure)).toList())
                        .middle());
    }

    private static int sum(Map<PairedChart, Sides> sides, ToIntFunction<Sides> figure) {
        return sides.values().stream().mapToInt(figure).sum();
    }

    private static double middle(List<TimedOpening> openings, ToDoubleFunction<TimedOpening> figure) {
        return Spread.of(openings.stream().map(figure::applyAsDouble).toList()).middle();
    }
}

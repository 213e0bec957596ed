package hmnet.care.vitalmonth;

import static hmnet.formats.model.code.RecordKind.VITAL;
import static java.util.stream.Collectors.groupingBy;

import hmnet.care.homevitals.DayPart;
import hmnet.care.homevitals.HomeBounds;
import hmnet.care.homevitals.HomePressure;
import hmnet.care.homevitals.PressureMean;
import hmnet.care.labsheet.LabValue;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.vitalmonth.MonthDay.DayPressure;
import hmnet.care.vitals.VitalAxis;
import hmnet.care.vitals.Vitals;
import hmnet.care.vitaltargets.DrawnTargets;
import hmnet.care.vitaltargets.VitalTarget;
import hmnet.ground.design.Messages;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import hmnet.record.ownrecords.OwnMeasure;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Puts the sheet of a month together (月間表の組立): what the handbook holds of it, within the open chart.
@Component
class MonthSheets {
    /// Records of one month that are read.
    private static final int READ = 1000;

    private static final Set<String> DRAWN = Set.of("pressure", "weight", "glucose");
    private static final Set<OwnMeasure> OTHERS = Set.of(OwnMeasure.TEMPERATURE, OwnMeasure.OXYGEN, OwnMeasure.STEPS);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final int EARLIEST = 1900;

    private final ChartFrames frames;
    private final Vitals vitals;

    MonthSheets(ChartFrames frames, Vitals vitals) {
        this.frames = frames;
        this.vitals = vitals;
    }

    /// @return the month asked for, where it has begun; else this one
    YearMonth month(@Nullable String asked) {
        var now = YearMonth.from(frames.today());
        try {
            var month = asked == null ? now : YearMonth.parse(asked.strip());
            return month.isAfter(now) || month.getYear() < EARLIEST ? now : month;
        } catch (DateTimeParseException none) {
            return now;
        }
    }

    MonthSheet of(Chart chart, YearMonth month, List<VitalTarget> targets, Messages m) {
        var found = entries(chart, span(month));
        var cut = found.size() > READ;
        // Before 2 o'clock it is still the evening of the day before: one rule for all that stands in a row.
        var own = found.stream()
                .limit(READ)
                .filter(entry -> YearMonth.from(DayPart.day(at(entry))).equals(month))
                .toList();
        var days = days(own, month, m);
        var drawn = vitals.drawn(own, entry -> null, m).lines().stream()
                .filter(line -> DRAWN.contains(line.sign()))
                .toList();
        return new MonthSheet(
                month,
                frames.today(),
                days,
                cut ? List.of() : PressureMean.of(HomePressure.of(own), month.atDay(1), month.atEndOfMonth()),
                new DrawnTargets(targets, m).on(HomeBounds.drawn(drawn, m)),
                new VitalAxis(start(month), start(month.plusMonths(1))),
                cut,
                own.stream().map(entry -> DayPart.day(at(entry))).distinct().count());
    }

    private static OffsetDateTime start(YearMonth month) {
        return month.atDay(1).atStartOfDay(ChartFrames.JAPAN).toOffsetDateTime();
    }

    private static CareSpan span(YearMonth month) {
        return new CareSpan(start(month), start(month.plusMonths(1)).plusHours(DayPart.EVENING_UNTIL));
    }

    private static LocalDateTime at(ChartEntry entry) {
        return entry.occurredAt().atZoneSameInstant(ChartFrames.JAPAN).toLocalDateTime();
    }

    /// Of all notebooks of a person, who has one but where two were found to be one human.
    private List<ChartEntry> entries(Chart chart, CareSpan span) {
        return ChartFrames.linked(chart).stream()
                .filter(frames::isHandbook)
                .flatMap(notebook -> chart.entries(VITAL.mask(), Optional.of(notebook), span, READ + 1).stream())
                .sorted(Comparator.comparing(ChartEntry::occurredAt))
                .toList();
    }

    private static List<MonthDay> days(List<ChartEntry> own, YearMonth month, Messages m) {
        var byDay = own.stream().collect(groupingBy(entry -> DayPart.day(at(entry))));
        return month.atDay(1)
                .datesUntil(month.plusMonths(1).atDay(1))
                .map(day -> day(day, byDay.getOrDefault(day, List.of()), m))
                .toList();
    }

    private static MonthDay day(LocalDate day, List<ChartEntry> entries, Messages m) {
        var values = LabValue.of(entries).stream().filter(LabValue::counts).toList();
        return new MonthDay(
                day,
                entries.stream().flatMap(entry -> pressure(entry).stream()).toList(),
                of(values, OwnMeasure.WEIGHT),
                of(values, OwnMeasure.GLUCOSE),
                values.stream()
                        .flatMap(value -> OwnMeasure.coded(value.item().code()).filter(OTHERS::contains).stream()
                                .map(measure -> m.t(
                                        "vital-month.other",
                                        value.item().name(),
                                        value.item().value().strip(),
                                        measure.unit())))
                        .toList(),
                values.stream()
                        .filter(value -> OwnMeasure.coded(value.item().code()).isEmpty())
                        .map(value -> m.t(
                                "vital-month.note",
                                value.item().name(),
                                value.item().value().strip()))
                        .toList());
    }

    private static List<String> of(List<LabValue> values, OwnMeasure measure) {
        return values.stream()
                .filter(value -> value.item().code().equals(measure.loinc()))
                .map(value -> value.item().value().strip())
                .toList();
    }

    private static Optional<DayPressure> pressure(ChartEntry entry) {
        var values =
                LabValue.of(List.of(entry)).stream().filter(LabValue::counts).toList();
        var both = Stream.of(OwnMeasure.SYSTOLIC, OwnMeasure.DIASTOLIC)
                .flatMap(measure -> of(values, measure).stream().limit(1))
                .toList();
        var pulse = String.join(" ", of(values, OwnMeasure.PULSE));
        return both.isEmpty() && pulse.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new DayPressure(DayPart.of(at(entry)), TIME.format(at(entry)), String.join("/", both), pulse));
    }

    /// The month after one; null where it has not begun.
    static @Nullable YearMonth after(YearMonth month, LocalDate today) {
        var next = month.plusMonths(1);
        return next.isAfter(YearMonth.from(today)) ? null : next;
    }
}

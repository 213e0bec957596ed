package hmnet.care.summary;

import static hmnet.formats.model.code.RecordKind.ADMISSION;
import static hmnet.formats.model.code.RecordKind.ALLERGY;
import static hmnet.formats.model.code.RecordKind.DIAGNOSIS;
import static hmnet.formats.model.code.RecordKind.DISPENSING;
import static hmnet.formats.model.code.RecordKind.PRESCRIPTION;
import static hmnet.formats.model.code.RecordKind.PROCEDURE;
import static hmnet.formats.model.code.RecordKind.PROFILE;
import static hmnet.formats.model.code.RecordKind.VISIT;
import static hmnet.formats.model.code.RecordKind.VITAL;

import hmnet.care.cautions.BloodTypes;
import hmnet.care.summary.SummaryScreen.CurrentMedicine;
import hmnet.care.summary.SummaryScreen.ProblemLine;
import hmnet.care.summary.SummaryScreen.VisitLine;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.Diagnoses.DiagnosisList;
import hmnet.care.viewer.FeedCoverage;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import hmnet.care.viewer.Mark;
import hmnet.care.viewer.PersonBanner;
import hmnet.care.viewer.RangeQuery;
import hmnet.care.viewer.Timelines;
import hmnet.care.vitals.VitalTable.VitalHead;
import hmnet.care.vitals.VitalTable.VitalReading;
import hmnet.care.vitals.Vitals;
import hmnet.ground.design.Messages;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.RowSelection;
import hmnet.record.charts.RowSelection.RowGroup;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// What an emergency needs first of a chart (救急の要約), from one reading: who it is with allergies and warnings, the
/// medicines taken now, problems, what facilities say of the blood group, what was done and is in the body, the last
/// visits. Infections stand among the problems and warnings.
@Component
public class FirstLooks {
    private static final int MONTHS_OF_SUPPLY = 12;
    private static final int OF_A_LIFE = 2_000;
    private static final int LISTED = 12;

    /// All that are read: of these a code names the facilities, and whoever goes to one three times a week goes to
    /// others too.
    private static final int OWN_VISITS = 60;

    private static final Set<String> MEASURED = Set.of("pressure", "weight");
    private static final int MEASURED_DAYS = 30;
    private static final int MEASURED_READ = 60;
    private static final int OF_A_SIGN = 3;

    /// What the title of a profile says of a death.
    private static final String DEATH = "死亡";

    private final ChartFrames chartFrames;
    private final FeedCoverage feedCoverage;
    private final Vitals vitals;

    FirstLooks(ChartFrames chartFrames, FeedCoverage feedCoverage, Vitals vitals) {
        this.vitals = vitals;
        this.chartFrames = chartFrames;
        this.feedCoverage = feedCoverage;
    }

    /// The first page of an emergency.
    ///
    /// @param bloods the blood group in each facility's newest words; a death that a profile tells
    /// @param received what came from whom: where a list is empty, nothing else says so
    public record FirstLook(
            PersonBanner person,
            List<CurrentMedicine> medicines,
            List<ProblemLine> problems,
            List<FirstLine> bloods,
            DoneActs acts,
            List<VisitLine> visits,
            List<MeasuredLine> measured,
            List<FacilityCoverage> received) {}

    /// A blood pressure or a weight of the last weeks (血圧・体重の推移).
    ///
    /// @param sign the end of the key of its name
    /// @param value as it was sent, of a pressure both; with its unit
    /// @param by who measured: the person themselves as the handbook
    public record MeasuredLine(OffsetDateTime at, String sign, String value, String by) {}

    /// A record in one line (記録の一行).
    ///
    /// @param on the newest day
    /// @param times how often it is told
    public record FirstLine(LocalDate on, String title, String facility, int times, List<Mark> marks) {}

    public FirstLook of(Chart chart, Messages m) {
        var today = chartFrames.today();
        var entries = chart.selection(wanted(today));
        var shell = chartFrames.frame(chart, entries, ChartTab.TIMELINE, m);
        return look(chart, entries, shell.person(), shell.path(), LISTED, today, m);
    }

    /// The same of a chart that its own person opened: nobody of the staff reads it, and nothing leads on to records.
    ///
    /// @param wanted what it is made of: neither a line nor a number tells of anything else
    public FirstLook own(Chart chart, Predicate<ChartEntry> wanted, Messages m) {
        var today = chartFrames.today();
        var entries = chart.selection(wanted(today)).stream().filter(wanted).toList();
        return look(chart, entries, chartFrames.person(chart, entries, m), "", OWN_VISITS, today, m);
    }

    private FirstLook look(
            Chart chart,
            List<ChartEntry> entries,
            PersonBanner person,
            String path,
            int visits,
            LocalDate today,
            Messages m) {
        return new FirstLook(
                person,
                new CurrentMedicines(today, false, path, chartFrames::name, m).of(entries),
                new Problems(path, chartFrames::name, m).of(entries, DiagnosisList.OPEN),
                bloods(entries, m),
                DoneActs.of(entries, LISTED, OF_A_LIFE, chartFrames::name, m),
                new RecentCare(path, chartFrames::name, m)
                        .of(entries).stream().limit(visits).toList(),
                measured(entries, m),
                feedCoverage.of(chart, VISIT.mask() | PRESCRIPTION.mask() | DISPENSING.mask() | DIAGNOSIS.mask(), m));
    }

    /// The newest pressures and weights, of each a few: how they go, not all of them.
    private List<MeasuredLine> measured(List<ChartEntry> entries, Messages m) {
        var vitalEntries =
                entries.stream().filter(entry -> entry.kind() == VITAL).toList();
        var table = vitals.drawn(vitalEntries, entry -> null, m).table();
        var lines = new ArrayList<MeasuredLine>();
        for (var column = 0; column < table.heads().size(); column++) {
            var head = table.heads().get(column);
            var place = column;
            if (MEASURED.contains(head.sign())) {
                table.rows().stream()
                        .flatMap(row -> row.cells().get(place).stream()
                                .filter(reading -> !reading.missed())
                                .map(reading ->
                                        new MeasuredLine(row.at(), head.sign(), value(reading, head), row.facility())))
                        .limit(OF_A_SIGN)
                        .forEach(lines::add);
            }
        }
        return lines;
    }

    /// What was taken back says so in words, and is no number to go by.
    private static String value(VitalReading reading, VitalHead head) {
        var parts = reading.parts().stream()
                .map(part -> part.struck() || part.value().isEmpty() ? "–" : part.value())
                .collect(Collectors.joining("/"));
        return Stream.of(parts + head.unit(), reading.told())
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private List<FirstLine> bloods(List<ChartEntry> entries, Messages m) {
        var profiles = entries.stream().filter(entry -> entry.kind() == PROFILE).toList();
        var dead = profiles.stream().filter(profile -> profile.title().contains(DEATH));
        var bloods = BloodTypes.newest(profiles).stream();
        return Stream.concat(
                        dead.map(one -> line(one, one.title())),
                        bloods.map(one -> line(one, m.t("emergency.blood", BloodTypes.said(one)))))
                .toList();
    }

    private FirstLine line(ChartEntry entry, String title) {
        return new FirstLine(Timelines.day(entry), title, chartFrames.name(entry.facility()), 1, Mark.allOf(entry));
    }

    private static RowSelection wanted(LocalDate today) {
        var ever = CareSpan.all().from();
        return new RowSelection(
                List.of(
                        new RowGroup(ALLERGY.mask() | PROFILE.mask(), ever, OF_A_LIFE),
                        new RowGroup(DIAGNOSIS.mask(), ever, OF_A_LIFE),
                        new RowGroup(
                                PRESCRIPTION.mask() | DISPENSING.mask(),
                                RangeQuery.since(today.minusMonths(MONTHS_OF_SUPPLY))
                                        .from(),
                                400),
                        new RowGroup(PROCEDURE.mask(), ever, OF_A_LIFE),
                        new RowGroup(
                                VITAL.mask(),
                                RangeQuery.since(today.minusDays(MEASURED_DAYS)).from(),
                                MEASURED_READ),
                        new RowGroup(VISIT.mask() | ADMISSION.mask(), ever, OWN_VISITS)),
                0);
    }
}

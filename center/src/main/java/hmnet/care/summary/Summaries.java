package hmnet.care.summary;

import static hmnet.formats.model.code.RecordKind.ADMISSION;
import static hmnet.formats.model.code.RecordKind.ALLERGY;
import static hmnet.formats.model.code.RecordKind.CARE;
import static hmnet.formats.model.code.RecordKind.DIAGNOSIS;
import static hmnet.formats.model.code.RecordKind.DISPENSING;
import static hmnet.formats.model.code.RecordKind.PRESCRIPTION;
import static hmnet.formats.model.code.RecordKind.PROFILE;
import static hmnet.formats.model.code.RecordKind.VISIT;

import hmnet.care.labsheet.KeyResults;
import hmnet.care.labsheet.KeyResults.KeyResult;
import hmnet.care.labsheet.LatestResult.ResultReader;
import hmnet.care.labsheet.Quantity;
import hmnet.care.summary.SummaryPlan.SummaryPanel;
import hmnet.care.summary.SummaryScreen.FreshList;
import hmnet.care.summary.SummaryScreen.FreshRecord;
import hmnet.care.summary.SummaryScreen.MedicineList;
import hmnet.care.summary.SummaryScreen.ProblemList;
import hmnet.care.summary.SummaryScreen.ResultList;
import hmnet.care.summary.SummaryScreen.VisitList;
import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.Diagnoses.DiagnosisList;
import hmnet.care.viewer.FeedCoverage;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import hmnet.care.viewer.Mark;
import hmnet.care.viewer.RangeQuery;
import hmnet.care.viewer.StateWords;
import hmnet.care.viewer.Timelines;
import hmnet.consent.decisions.ClosedKind.ClosingReason;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.Requester;
import hmnet.record.charts.CareSpan;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import hmnet.record.charts.RowSelection;
import hmnet.record.charts.RowSelection.RowGroup;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Draws up the first page of a chart (概要の組立), all of it from one reading.
@Component
class Summaries {
    private static final long SUPPLIED = PRESCRIPTION.mask() | DISPENSING.mask();
    static final long CAME = VISIT.mask() | ADMISSION.mask();
    private static final int MONTHS_OF_SUPPLY = 12;
    private static final int FRESH_SHOWN = 4;

    /// What stands for ever is the oldest of many rows as often as not.
    private static final int OF_A_LIFE = 2_000;
    private static final String EGFR = "egfr";
    /// Below it kidneys are said to be impaired (CKD G3a and worse).
    private static final double IMPAIRED = 60;

    private final ChartFrames chartFrames;
    private final FeedCoverage feedCoverage;
    private final SummaryLooks looks;

    Summaries(ChartFrames chartFrames, FeedCoverage feedCoverage, SummaryLooks looks) {
        this.chartFrames = chartFrames;
        this.feedCoverage = feedCoverage;
        this.looks = looks;
    }

    /// @param field of work that was asked for; the general one where the profession has no such
    SummaryScreen screen(Chart chart, Requester requester, String field, Frame frame) {
        var m = frame.m();
        var today = chartFrames.today();
        var entries = chart.selection(wanted(today));
        var received = entries.stream()
                .sorted(Comparator.comparing(ChartEntry::receivedAt).reversed().thenComparing(ChartEntry::id))
                .limit(SummaryLooks.REMEMBERED)
                .toList();
        var look = looks.look(requester, chart.person().id(), received);
        var shell = chartFrames.frame(chart, entries, ChartTab.SUMMARY, m);
        var plan = SummaryPlan.of(requester.profession(), field);
        var found = KeyResults.of(
                chart,
                of(entries, KeyResults.KINDS),
                Stream.concat(plan.tests().stream(), Stream.of(EGFR)).distinct().toList(),
                new ResultReader(requester.facility(), today, chartFrames::name),
                m);
        var results = found.stream()
                .filter(result -> plan.tests().contains(result.word()))
                .toList();
        var medicines = new CurrentMedicines(today, impaired(found), shell.path(), chartFrames::name, m).of(entries);
        var problems = new Problems(shell.path(), chartFrames::name, m);
        var open = problems.of(entries, DiagnosisList.OPEN);
        var visits = new RecentCare(shell.path(), chartFrames::name, m).of(entries);
        return new SummaryScreen(
                shell,
                today,
                columns(plan.arranged(shell.wishes().panels()), chart),
                plan.field(),
                SummaryPlan.all(requester.profession()).stream()
                        .map(SummaryPlan::field)
                        .toList(),
                new ProblemList(
                        open,
                        problems.of(entries, DiagnosisList.ENDED),
                        open.isEmpty() ? came(chart, DIAGNOSIS.mask(), m) : List.of()),
                new MedicineList(medicines, medicines.isEmpty() ? came(chart, SUPPLIED, m) : List.of()),
                new ResultList(results, results.isEmpty() ? came(chart, KeyResults.KINDS, m) : List.of()),
                new VisitList(visits, visits.isEmpty() ? came(chart, CAME, m) : List.of()),
                fresh(
                        received,
                        look,
                        SinceVisit.of(chart, entries, today, shell.path(ChartTab.TIMELINE)),
                        shell.path(),
                        m),
                new OpenQuestions(shell, chartFrames::name, m).of(entries, medicines));
    }

    /// By the newest eGFR, measured or computed.
    private static boolean impaired(List<KeyResult> results) {
        return results.stream()
                .filter(result -> result.word().equals(EGFR))
                .flatMap(result -> Quantity.of(result.result().latest().cell().value()).stream())
                .anyMatch(rate -> rate.below(IMPAIRED));
    }

    private static RowSelection wanted(LocalDate today) {
        var ever = CareSpan.all().from();
        return new RowSelection(
                List.of(
                        new RowGroup(ALLERGY.mask() | PROFILE.mask(), ever, OF_A_LIFE),
                        new RowGroup(DIAGNOSIS.mask(), ever, OF_A_LIFE),
                        new RowGroup(
                                SUPPLIED,
                                RangeQuery.since(today.minusMonths(MONTHS_OF_SUPPLY))
                                        .from(),
                                400),
                        new RowGroup(KeyResults.KINDS, ever, 60),
                        new RowGroup(CAME, ever, 60),
                        new RowGroup(CARE.mask(), ever, 20)),
                SummaryLooks.REMEMBERED);
    }

    private static List<ChartEntry> of(List<ChartEntry> entries, long kinds) {
        return entries.stream()
                .filter(entry -> (entry.kind().mask() & kinds) != 0)
                .toList();
    }

    private List<FacilityCoverage> came(Chart chart, long kinds, Messages m) {
        return feedCoverage.of(chart, kinds, m);
    }

    /// Without the panels of which the requester may see nothing.
    private static List<List<SummaryPanel>> columns(List<List<SummaryPanel>> wanted, Chart chart) {
        var closed = chart.grant().closed().stream()
                .filter(one -> one.why() == ClosingReason.PROFESSION)
                .mapToLong(one -> one.kind().mask())
                .reduce(0, (some, one) -> some | one);
        return wanted.stream()
                .map(column -> column.stream()
                        .filter(panel -> kinds(panel) == 0 || (kinds(panel) & ~closed) != 0)
                        .toList())
                .filter(column -> !column.isEmpty())
                .toList();
    }

    private static long kinds(SummaryPanel panel) {
        return switch (panel) {
            case PROBLEMS -> DIAGNOSIS.mask();
            case MEDICINES -> SUPPLIED;
            case RESULTS -> KeyResults.KINDS;
            case VISITS -> CAME;
            case FRESH, QUESTIONS -> 0;
        };
    }

    private FreshList fresh(
            List<ChartEntry> received, FormerLook look, Optional<SinceVisit> since, String path, Messages m) {
        var fresh = received.stream().filter(look::lacks).toList();
        return new FreshList(
                look.at().orElse(null),
                fresh.stream()
                        .limit(FRESH_SHOWN)
                        .map(entry -> line(entry, path, m))
                        .toList(),
                Math.max(0, fresh.size() - FRESH_SHOWN),
                since.orElse(null),
                fresh.size() == SummaryLooks.REMEMBERED);
    }

    private FreshRecord line(ChartEntry entry, String path, Messages m) {
        return new FreshRecord(
                Timelines.day(entry),
                chartFrames.name(entry.facility()),
                entry.kind(),
                entry.title(),
                StateWords.of(entry, m),
                path + "/records/" + entry.id(),
                Mark.allOf(entry));
    }
}

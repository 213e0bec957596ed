package hmnet.care.medicines;

import static hmnet.formats.model.code.RecordKind.DISPENSING;
import static hmnet.formats.model.code.RecordKind.PRESCRIPTION;

import hmnet.care.medicines.CurrentDrug.DrugStanding;
import hmnet.care.viewer.RangeQuery;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// The medicines taken now, by a rule that pages state (現在の薬): days of supply with days of grace reach today, or
/// neither days nor a last day were sent and it is not long ago. What the facility said later to be stopped is none.
public final class CurrentDrugs {
    /// By so many days a supply may have run out and still count.
    public static final int GRACE_DAYS = 14;

    /// For so long counts what has neither days nor a last day (頓用など).
    public static final int OPEN_DAYS = 90;

    private static final int MONTHS_BACK = 12;

    /// Nobody is given more in a year.
    private static final int ENTRIES_MOST = 1000;

    /// Kinds that are looked at.
    public static final long KINDS = PRESCRIPTION.mask() | DISPENSING.mask();

    /// A prescription is dispensed within four days, weekends and grants of longer ones aside.
    private static final int DISPENSED_WITHIN = 7;

    private CurrentDrugs() {}

    /// What the rule looks at: prescriptions and dispensings of the last year, the newest first.
    public static List<ChartEntry> lastYear(Chart chart, LocalDate today) {
        var since = RangeQuery.since(today.minusMonths(MONTHS_BACK));
        return chart.entries(KINDS, Optional.empty(), since, ENTRIES_MOST);
    }

    /// What is taken now, and what begins later; by the last day supplied, the one that ends first on top.
    ///
    /// @param entries prescriptions and dispensings of the last year, in any order
    public static List<CurrentDrug> of(List<ChartEntry> entries, LocalDate today, Function<FacilityId, String> names) {
        return all(entries, today, names).stream()
                .filter(drug -> drug.standing() != DrugStanding.STOPPED)
                .toList();
    }

    /// What would be current, had its facility not said later that it was stopped, held or ended.
    public static List<CurrentDrug> stopped(
            List<ChartEntry> entries, LocalDate today, Function<FacilityId, String> names) {
        return all(entries, today, names).stream()
                .filter(drug -> drug.standing() == DrugStanding.STOPPED)
                .toList();
    }

    private static List<CurrentDrug> all(
            List<ChartEntry> entries, LocalDate today, Function<FacilityId, String> names) {
        var lines = DrugLine.of(entries);
        var prescribed = rows(lines, PRESCRIPTION, today);
        var rows = new ArrayList<CurrentDrug>();
        var dispensed = new ArrayList<>(rows(lines, DISPENSING, today));
        for (var row : prescribed) {
            var answer = dispensed.stream()
                    .filter(other -> answers(other, row, names))
                    .findFirst()
                    .orElse(null);
            rows.add(answer == null ? row : DrugRows.dispensed(row, answer));
            dispensed.removeIf(other -> answers(other, row, names));
        }
        rows.addAll(dispensed);
        return rows.stream()
                .map(row -> DrugRows.twinned(row, rows))
                .sorted(Comparator.comparing(
                                CurrentDrug::until, Comparator.nullsLast(Comparator.<LocalDate>naturalOrder()))
                        .thenComparing(CurrentDrug::name))
                .toList();
    }

    private static List<CurrentDrug> rows(List<DrugLine> lines, RecordKind kind, LocalDate today) {
        var rows = new ArrayList<CurrentDrug>();
        for (var line : lines) {
            if (line.kind() == kind) {
                rows.addAll(DrugRows.of(line, lines, today));
            }
        }
        return rows;
    }

    /// A dispensing answers a prescription of the same drug that was written shortly before; where it names where it
    /// was prescribed, of that facility alone, and as long as that supply lasts.
    private static boolean answers(
            CurrentDrug dispensing, CurrentDrug prescription, Function<FacilityId, String> names) {
        var on = dispensing.start();
        if (on.isBefore(prescription.start()) || !dispensing.drug().sameDrug(prescription.drug())) {
            return false;
        }
        if (dispensing.place().isBlank()) {
            return !on.isAfter(prescription.start().plusDays(DISPENSED_WITHIN));
        }
        return DrugIdentity.folded(dispensing.place()).equals(DrugIdentity.folded(names.apply(prescription.facility())))
                && !on.isAfter(lastDay(prescription));
    }

    private static LocalDate lastDay(CurrentDrug prescription) {
        @Nullable LocalDate until = prescription.until();
        var within = prescription.start().plusDays(DISPENSED_WITHIN);
        return until == null || until.isBefore(within) ? within : until.plusDays(GRACE_DAYS);
    }
}

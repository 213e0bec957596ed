package hmnet.care.medicines;

import hmnet.care.medicines.CurrentDrug.DoseChange;
import hmnet.care.medicines.CurrentDrug.DrugStanding;
import hmnet.care.medicines.CurrentDrug.DrugTwin;
import hmnet.care.medicines.DrugLine.DrugUse;
import hmnet.care.viewer.Departments;
import hmnet.formats.model.code.CareState;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.PrescriptionExtract.DrugItem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Rows of the medicines taken now, from the course of one drug at one facility (現在の薬の組立).
final class DrugRows {
    private static final Set<CareState> ENDING = Set.of(CareState.STOPPED, CareState.ON_HOLD, CareState.ENDED);

    private DrugRows() {}

    /// One row for what is taken now, one for what begins later; none where nothing reaches today. What is supplied
    /// before the former supply ends takes its place, unless another department or another order of the same day
    /// supplies it: then both are taken, and each has its row.
    static List<CurrentDrug> of(DrugLine line, List<DrugLine> all, LocalDate today) {
        var rows = new ArrayList<CurrentDrug>();
        var upcoming = line.uses().stream()
                .filter(use -> !use.standing().isEmpty() && use.start().isAfter(today))
                .findFirst();
        upcoming.ifPresent(use -> rows.add(row(line, all, use, DrugStanding.UPCOMING)));
        var taken = new ArrayList<DrugUse>();
        for (var use : line.uses()) {
            if (!taken.isEmpty() && !isBeside(use, taken)) {
                continue;
            }
            var standing = standing(use, today);
            if (standing != null && (taken.isEmpty() || standing != DrugStanding.GRACE)) {
                taken.add(use);
                rows.add(row(line, all, use, isEnded(line, use) ? DrugStanding.STOPPED : standing));
            }
        }
        return rows;
    }

    private static boolean isBeside(DrugUse use, List<DrugUse> taken) {
        return taken.stream()
                .allMatch(other -> !Departments.same(other.entry(), use.entry())
                        || !other.place().equals(use.place())
                        || other.start().equals(use.start()));
    }

    /// Null where it does not reach today.
    private static @Nullable DrugStanding standing(DrugUse use, LocalDate today) {
        if (use.standing().isEmpty() || use.start().isAfter(today)) {
            return null;
        }
        var until = use.until();
        if (until == null) {
            return use.start().plusDays(CurrentDrugs.OPEN_DAYS).isBefore(today) ? null : DrugStanding.OPEN;
        }
        if (!until.isBefore(today)) {
            return DrugStanding.SUPPLIED;
        }
        return !use.endIsSent() && !until.plusDays(CurrentDrugs.GRACE_DAYS).isBefore(today) ? DrugStanding.GRACE : null;
    }

    /// Whether a newer entry of the facility says of the drug nothing but that it is stopped, held or ended.
    private static boolean isEnded(DrugLine line, DrugUse use) {
        return line.uses().stream()
                .filter(other -> other.entry().occurredAt().isAfter(use.entry().occurredAt()))
                .findFirst()
                .filter(newest -> newest.items().stream().allMatch(item -> ENDING.contains(item.state())))
                .isPresent();
    }

    private static CurrentDrug row(DrugLine line, List<DrugLine> all, DrugUse use, DrugStanding standing) {
        var before = before(line, use);
        var switched = before == null ? switchedFrom(line, all, use) : null;
        var change = before != null
                ? DoseChanges.of(before.standing(), use.standing())
                : switched != null ? DoseChange.SWITCHED : DoseChange.NEW;
        List<DrugItem> compared =
                before != null ? before.standing() : switched != null ? switched.standing() : List.of();
        return new CurrentDrug(
                line.drug(),
                use.entry(),
                use.place(),
                use.standing(),
                use.start(),
                use.until(),
                standing,
                change,
                compared,
                line.kind() == RecordKind.DISPENSING
                        ? new CurrentDrug.Handover(
                                use.start(), line.drug(), use.entry().id())
                        : null,
                List.of());
    }

    private static @Nullable DrugUse before(DrugLine line, DrugUse use) {
        return line.uses().stream()
                .filter(other -> !other.standing().isEmpty() && other.start().isBefore(use.start()))
                .findFirst()
                .orElse(null);
    }

    /// The newest other product of the same ingredient that the facility prescribed before.
    private static @Nullable DrugUse switchedFrom(DrugLine line, List<DrugLine> all, DrugUse use) {
        return all.stream()
                .filter(other -> !other.equals(line)
                        && other.kind() == line.kind()
                        && other.drug().facility().equals(line.drug().facility())
                        && other.drug().sameDrug(line.drug()))
                .map(other -> before(other, use))
                .filter(other -> other != null)
                .findFirst()
                .orElse(null);
    }

    /// A prescription with what answered it: it lasts as long as the later of both.
    static CurrentDrug dispensed(CurrentDrug row, CurrentDrug answer) {
        var until =
                row.until() == null || answer.until() == null || answer.until().isBefore(row.until())
                        ? row.until()
                        : answer.until();
        var standing = row.standing() == DrugStanding.GRACE && answer.standing() == DrugStanding.SUPPLIED
                ? DrugStanding.SUPPLIED
                : row.standing();
        return new CurrentDrug(
                row.drug(),
                row.entry(),
                "",
                row.items(),
                row.start(),
                until,
                standing,
                row.change(),
                row.before(),
                answer.handover(),
                row.twins());
    }

    /// With the other rows that supply the same drug, or one of its class.
    static CurrentDrug twinned(CurrentDrug row, List<CurrentDrug> rows) {
        var twins = rows.stream()
                .filter(other -> !other.equals(row) && counts(row) && counts(other))
                .filter(other -> elsewhere(row, other) && row.drug().sameDrug(other.drug())
                        || row.drug().sameClass(other.drug()))
                .map(other -> new DrugTwin(
                        other.facility(),
                        other.place(),
                        other.name(),
                        row.drug().sameDrug(other.drug())))
                .distinct()
                .sorted(Comparator.comparing(DrugTwin::sameDrug).reversed().thenComparing(DrugTwin::name))
                .toList();
        return new CurrentDrug(
                row.drug(),
                row.entry(),
                row.place(),
                row.items(),
                row.start(),
                row.until(),
                row.standing(),
                row.change(),
                row.before(),
                row.handover(),
                twins);
    }

    /// Two strengths of one department are meant so.
    private static boolean elsewhere(CurrentDrug row, CurrentDrug other) {
        return !row.facility().equals(other.facility())
                || !row.place().equals(other.place())
                || !Departments.same(row.entry(), other.entry());
    }

    /// What begins later takes the place of what is taken now; what was stopped is not taken.
    private static boolean counts(CurrentDrug row) {
        return row.standing() != DrugStanding.STOPPED && row.standing() != DrugStanding.UPCOMING;
    }
}

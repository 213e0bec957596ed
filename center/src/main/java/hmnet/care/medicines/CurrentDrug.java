package hmnet.care.medicines;

import hmnet.care.viewer.Departments;
import hmnet.formats.model.extract.PrescriptionExtract.DrugItem;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// One drug that is taken now, as far as what was sent tells (現在の薬の一行): of one facility that prescribed it, or that
/// dispensed it where no prescription came.
///
/// @param entry the newest that supplies it
/// @param place where it was prescribed, in the dispenser's words; empty where `entry` is the prescription
/// @param items its instructions in that entry: several where its dose changes
/// @param until the last day supplied; null where neither days nor a last day were sent
/// @param before how its dose stood before, where `change` compares; empty else
/// @param handover when and where it was dispensed, where that is known
/// @param twins where else it, or one of its class, is supplied too (重複)
public record CurrentDrug(
        DrugIdentity drug,
        ChartEntry entry,
        String place,
        List<DrugItem> items,
        LocalDate start,
        @Nullable LocalDate until,
        DrugStanding standing,
        DoseChange change,
        List<DrugItem> before,
        @Nullable Handover handover,
        List<DrugTwin> twins) {

    /// How surely it is taken today (継続の別).
    public enum DrugStanding {
        /// Its days reach today.
        SUPPLIED,
        /// Its days have run out, by no more than the days of grace.
        GRACE,
        /// Neither days nor a last day were sent, and it is not long ago.
        OPEN,
        /// It begins after today.
        UPCOMING,
        /// The facility said later that it was stopped, held or ended: not current.
        STOPPED
    }

    /// Against what the same facility prescribed before (前回処方との違い).
    public enum DoseChange {
        /// The facility did not prescribe it in the time that was looked at.
        NEW,
        SAME,
        UP,
        DOWN,
        /// Said otherwise; neither more nor less can be reckoned.
        OTHER,
        /// The same ingredient in another product before (規格・銘柄の変更).
        SWITCHED
    }

    /// That it was dispensed (調剤).
    ///
    /// @param drug as the dispenser calls it
    /// @param record the dispensing
    public record Handover(LocalDate on, DrugIdentity drug, UUID record) {
        public FacilityId by() {
            return drug.facility();
        }
    }

    /// Another supply of the same drug, or of its class (重複).
    public record DrugTwin(FacilityId facility, String place, String name, boolean sameDrug) {}

    public String name() {
        return items.getFirst().name();
    }

    public FacilityId facility() {
        return entry.facility();
    }

    /// Whether the row is a dispensing to which no prescription came.
    public boolean onlyDispensed() {
        return handover != null && handover.record().equals(entry.id());
    }

    public @Nullable String department(Messages m) {
        return Departments.words(entry, m);
    }

    /// Days of supply that are left, today not counted; null where no end was sent, below zero in the days of grace.
    public @Nullable Long daysLeft(LocalDate today) {
        return until == null ? null : ChronoUnit.DAYS.between(today, until);
    }

    /// Its amounts, each with its basis: 1回 1 錠, 1日 3 錠; empty where none was sent.
    public String amounts(Messages m) {
        return amounts(items, m);
    }

    /// As its dose stood before.
    public String amountsBefore(Messages m) {
        return amounts(before, m);
    }

    /// How it is taken, with the words by which it leaves days out.
    public String usage() {
        return items.stream()
                .flatMap(item -> Stream.concat(Stream.of(item.usage()), DrugRhythm.words(item).stream()))
                .filter(words -> !words.isBlank())
                .distinct()
                .collect(Collectors.joining("、"));
    }

    public boolean duplicate() {
        return twins.stream().anyMatch(DrugTwin::sameDrug);
    }

    private static String amounts(List<DrugItem> items, Messages m) {
        return items.stream()
                .map(item -> String.join(" ", Prescriptions.amounts(item, m)))
                .filter(words -> !words.isEmpty())
                .distinct()
                .collect(Collectors.joining("、"));
    }
}

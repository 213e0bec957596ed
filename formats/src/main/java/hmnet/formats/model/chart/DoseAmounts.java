package hmnet.formats.model.chart;

import java.util.List;

/// How much (用量). What is not said is `Amount.NONE`; one time and one day are never taken for each other.
///
/// @param once one time (1回量), the least where it differs from time to time
/// @param most of one time (1回最大量), where it is not always `once`
/// @param daily one day (1日量)
/// @param uneven each time of the day with its own amount (不均等), in order; empty when all are alike
/// @param rate how fast an infusion runs (速度)
/// @param substance amounts count the active substance (力価・原薬量), not the preparation (製剤量)
public record DoseAmounts(
        Amount once, Amount most, Amount daily, List<UnevenDose> uneven, Amount rate, boolean substance) {
    public static final DoseAmounts NONE = of(Amount.NONE, Amount.NONE);

    public static DoseAmounts of(Amount once, Amount daily) {
        return new DoseAmounts(once, Amount.NONE, daily, List.of(), Amount.NONE, false);
    }

    public DoseAmounts withUneven(List<UnevenDose> doses) {
        return new DoseAmounts(once, most, daily, doses, rate, substance);
    }

    public DoseAmounts withRate(Amount fast) {
        return new DoseAmounts(once, most, daily, uneven, fast, substance);
    }

    public DoseAmounts withDaily(Amount ofDay) {
        return new DoseAmounts(once, most, ofDay, uneven, rate, substance);
    }

    public DoseAmounts withMost(Amount greatest) {
        return new DoseAmounts(once, greatest, daily, uneven, rate, substance);
    }

    public DoseAmounts inSubstance(boolean counted) {
        return new DoseAmounts(once, most, daily, uneven, rate, counted);
    }

    /// One of the day's times with an amount of its own (不均等の1回分).
    ///
    /// @param when as the sender counts or names it: 1回目, 朝, 08:00
    public record UnevenDose(String when, Amount amount) {}
}

package hmnet.people.patients;

import hmnet.formats.model.chart.Demographics;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/// Which of the humans under a chart number a message is about (世代の選択).
///
/// @param epoch who fits best
/// @param fits whether that is enough to file without a human's word
record EpochChoice(Epoch epoch, boolean fits) {
    /// The epoch that fits best; none when nobody fits, or two fit alike.
    ///
    /// @param asked what waits for a human's word about the number: perhaps of another holder whom nobody knows yet
    /// @param twin whether the facility knows a twin, asked only where a twin would look the same
    static EpochChoice of(
            List<Epoch> epochs, List<Demographics> asked, PatientClaim patientClaim, Predicate<Epoch> twin) {
        var sole = epochs.size() == 1 && asked.isEmpty();
        var best = epochs.stream()
                .map(epoch -> weighed(epoch, patientClaim, sole))
                .sorted(Comparator.comparing(WeighedEpoch::fits)
                        .thenComparingInt(one -> one.resemblance().weight())
                        .thenComparing(one -> one.epoch().at())
                        .reversed())
                .toList();
        var first = Objects.requireNonNull(best.getFirst());
        var tie = best.size() > 1
                && best.get(1).fits()
                && best.get(1).resemblance().weight() == first.resemblance().weight();
        var rival = !first.resemblance().beyondDoubt()
                && (best.stream().skip(1).anyMatch(one -> rivals(first, one, patientClaim))
                        || asked.stream().anyMatch(one -> mayBe(one, first, patientClaim)));
        var clear = first.fits() && !tie && !rival;
        return new EpochChoice(first.epoch(), clear && !(first.resemblance().likeATwin() && twin.test(first.epoch())));
    }

    private static WeighedEpoch weighed(Epoch epoch, PatientClaim patientClaim, boolean sole) {
        var resemblance = epoch.resemblance(patientClaim);
        return new WeighedEpoch(epoch, resemblance, epoch.canBe(patientClaim, resemblance, sole));
    }

    /// Whether it could be this human as well: what nobody told of them yet may be as the claim says.
    private static boolean rivals(WeighedEpoch first, WeighedEpoch other, PatientClaim patientClaim) {
        return other.resemblance().rivals()
                && !other.epoch().diedBefore(patientClaim)
                && (first.resemblance().byNameAlone()
                        || other.epoch().atBest(patientClaim).weight()
                                >= first.resemblance().weight());
    }

    /// Whether it could be about whom a question asks as well. One that asks about the very same human adds nothing.
    private static boolean mayBe(Demographics asked, WeighedEpoch first, PatientClaim patientClaim) {
        var resemblance = Resemblance.of(asked, patientClaim.demographics());
        return resemblance.rivals()
                && !resemblance.beyondDoubt()
                && (first.resemblance().byNameAlone()
                        || resemblance.weight() >= first.resemblance().weight());
    }

    private record WeighedEpoch(Epoch epoch, Resemblance resemblance, boolean fits) {}
}

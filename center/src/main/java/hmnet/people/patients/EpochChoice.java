package hmnet.people.patients;

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
    /// @param twin whether the facility knows a twin, asked only where a twin would look the same
    static EpochChoice of(List<Epoch> epochs, PatientClaim patientClaim, Predicate<Epoch> twin) {
        var sole = epochs.size() == 1;
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
        var rival = first.resemblance().byNameAlone()
                && best.stream().skip(1).anyMatch(one -> one.resemblance().rivals());
        var clear = first.fits() && !tie && !rival;
        return new EpochChoice(first.epoch(), clear && !(first.resemblance().likeATwin() && twin.test(first.epoch())));
    }

    private static WeighedEpoch weighed(Epoch epoch, PatientClaim patientClaim, boolean sole) {
        var resemblance = epoch.resemblance(patientClaim);
        return new WeighedEpoch(epoch, resemblance, epoch.canBe(patientClaim, resemblance, sole));
    }

    private record WeighedEpoch(Epoch epoch, Resemblance resemblance, boolean fits) {}
}

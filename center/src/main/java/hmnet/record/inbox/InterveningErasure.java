package hmnet.record.inbox;

import hmnet.ground.directory.FacilityId;
import hmnet.record.vault.DataKeys;
import hmnet.record.vault.DataKeys.SealingMoment;
import java.util.stream.Stream;

/// What was about to be kept was sealed under a key that may be erased by now (封緘中の消去): it is sealed again.
final class InterveningErasure extends IllegalStateException {
    static final int TRIES = 3;
    private static final long serialVersionUID = 1L;

    private InterveningErasure(FacilityId facility) {
        super("A key of facility " + facility.value() + " was erased while something was kept");
    }

    /// Inside the transaction that keeps them.
    ///
    /// @param moments before which each was sealed
    static void refuse(DataKeys keys, FacilityId facility, Stream<SealingMoment> moments) {
        keys.hold(facility);
        if (!moments.allMatch(keys::stands)) {
            throw new InterveningErasure(facility);
        }
    }
}

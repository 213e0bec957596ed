package hmnet.office.issuing;

import java.util.Collection;

/// Whether a batch adds up (数合わせ): ordered = handed over + returned + destroyed + still there.
///
/// @param counted how many the office holds in its hand
record Reconciliation(int ordered, int handedOver, int returned, int destroyed, int counted) {
    static Reconciliation of(Collection<CardState> states, int counted) {
        return new Reconciliation(
                states.size(),
                count(states, CardState.HANDED_OVER),
                count(states, CardState.RETURNED),
                count(states, CardState.DESTROYED),
                counted);
    }

    private static int count(Collection<CardState> states, CardState wanted) {
        return (int) states.stream().filter(wanted::equals).count();
    }

    /// Missing cards above zero, surplus ones below.
    public int difference() {
        return ordered - handedOver - returned - destroyed - counted;
    }
}

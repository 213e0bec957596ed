package hmnet.people.arrivals;

import hmnet.people.matching.MatchOutcome;
import java.util.Optional;

/// Why a human has to look at two charts (確認の理由), the gravest first.
public enum ReviewReason {
    /// They are linked, and what one of them says now speaks against it.
    CONTRADICTION(3),
    /// They look like one, but their persons' other charts, or an earlier decision, speak against it.
    CROSSED(2),
    /// Two persons whom humans stand behind look like one.
    PERSONS(2),
    /// Likely, and not sure enough.
    LIKELY(0);

    private final int gravity;

    ReviewReason(int gravity) {
        this.gravity = gravity;
    }

    /// What comes first on the desk: somebody may be reading the wrong chart; then the likelier.
    double risk(double score) {
        return gravity + score;
    }

    /// What keeps two groups from being joined without a human; empty when nothing does.
    ///
    /// @param clashes how many pairs of their charts contradict, of how many compared
    /// @param parted whether a human has said they are two
    static Optional<ReviewReason> of(
            MatchOutcome outcome, PersonGroup a, PersonGroup b, int clashes, int compared, boolean parted) {
        return switch (outcome) {
            case SEPARATE, REVIEW -> Optional.of(LIKELY);
            case LINK -> {
                if (parted || clashes * 3 > compared) {
                    yield Optional.of(CROSSED);
                }
                if (a.firm() && b.firm()) {
                    yield Optional.of(PERSONS);
                }
                yield PersonGroup.stays(a, b) == null && a.bestBorn(b).isEmpty()
                        ? Optional.of(LIKELY)
                        : Optional.empty();
            }
        };
    }
}

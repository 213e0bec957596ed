package hmnet.consent.decisions;

import java.time.LocalDate;
import java.util.List;

/// What a requester may see of a person now (開示範囲): lines that enter SQL as arrays, and the kinds that
/// rules close.
///
/// @param consentedOn since when the consent behind it holds
/// @param denied whether the person denies something within it; what, is named nowhere
public record Grant(
        Audience audience, LocalDate consentedOn, List<GrantLine> lines, List<ClosedKind> closed, boolean denied) {
    /// Whether this grant, made later, shows all that an earlier one did.
    public boolean covers(Grant earlier) {
        return earlier.lines().stream().allMatch(this::covers);
    }

    /// Lines may be cut by kind in another way than before.
    private boolean covers(GrantLine earlier) {
        return lines.stream()
                        .filter(now -> now.covers(earlier))
                        .mapToLong(GrantLine::kinds)
                        .reduce(earlier.kinds(), (left, kinds) -> left & ~kinds)
                == 0;
    }
}

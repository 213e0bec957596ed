package hmnet.consent.decisions;

import java.time.LocalDate;
import java.util.List;

/// What a requester may see of a person now (開示範囲): lines that enter SQL as arrays, and the kinds that
/// rules close.
///
/// @param consentedOn since when the consent behind it holds
public record Grant(Audience audience, LocalDate consentedOn, List<GrantLine> lines, List<ClosedKind> closed) {}

package hmnet.office.issuing;

import org.jspecify.annotations.Nullable;

/// Where a facility asks whether a person holds an HM card (HMカード保持確認).
///
/// @param problem `birth` or `my-number`; or null
/// @param holds the answer, or null before it was asked: false for nobody, for no card and for one that was
///     stopped
record CheckScreen(@Nullable String problem, @Nullable Boolean holds) {}

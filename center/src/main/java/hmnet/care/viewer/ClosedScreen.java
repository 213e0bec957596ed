package hmnet.care.viewer;

import org.jspecify.annotations.Nullable;

/// A refusal, told to one who has shown a tie to the person (閉じたカルテ): what is closed and what to do next.
///
/// @param reason `consent-withdrawn`, `consent-missing`, `closed-by-person`, `facility-does-not-view`, `reading-limit`
/// or `emergency-doors-only`
/// @param emergency the way to the emergency doors; null for those who have none
record ClosedScreen(String reason, @Nullable String emergency) {}

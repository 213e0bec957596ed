package hmnet.care.viewer;

/// A refusal, told to one who has shown a tie to the person (閉じたカルテ): what is closed and what to do next.
///
/// @param reason `consent-withdrawn`, `consent-missing`, `closed-by-person`, `facility-does-not-view`, `reading-limit`
/// or
///     `emergency-doors-only`
record ClosedScreen(String reason) {}

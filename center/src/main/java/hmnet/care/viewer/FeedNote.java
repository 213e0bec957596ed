package hmnet.care.viewer;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// A linked facility whose feed is late, or that sends nothing (受信の遅れ).
///
/// @param since when its feed fell silent; null for one that sends nothing at all
public record FeedNote(String facility, @Nullable OffsetDateTime since) {}

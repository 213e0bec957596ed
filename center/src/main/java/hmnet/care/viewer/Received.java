package hmnet.care.viewer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What one linked facility has sent of the kinds a page shows (受信状況): what an empty page says instead of
/// "none".
///
/// @param since the day of the first thing it sent; null for nothing yet
/// @param count how many entries of this page's kinds came from it, within what the requester may see
public record Received(String facility, @Nullable LocalDate since, int count) {}

package hmnet.record.charts;

import java.util.UUID;

/// A row of a version that a newer one replaced (旧版). Rows cut from one message are replaced together, so a
/// row shown now may stand for several.
///
/// @param replacedBy a row of the same kind that the newest version of the message shows
/// @param version sorts like time
public record SupersededEntry(UUID replacedBy, String version, ChartEntry entry) {}

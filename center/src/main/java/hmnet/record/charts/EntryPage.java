package hmnet.record.charts;

import java.util.List;

/// A page of a list, newest care first (一覧の一頁).
///
/// @param older whether something of the list lies before its last entry
public record EntryPage(List<ChartEntry> entries, boolean older) {}

package hmnet.record.charts;

import java.util.List;

/// What the time line draws of a chart, from one reading (診療録の見渡し).
///
/// @param tally how much there is of each facility, kind and month
/// @param newest the entries asked for, newest care first
/// @param always all entries of the kinds that stand on every page
public record Overview(List<MonthlyCount> tally, List<ChartEntry> newest, List<ChartEntry> always) {}

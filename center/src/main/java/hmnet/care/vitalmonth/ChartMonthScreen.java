package hmnet.care.vitalmonth;

import hmnet.care.viewer.ChartFrame;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// The sheet in an open chart (カルテの月間表の画面).
///
/// @param kept whether the person has a handbook here at all
/// @param after the next month, null where it has not begun
public record ChartMonthScreen(
        ChartFrame chart,
        boolean kept,
        MonthSheet sheet,
        YearMonth before,
        @Nullable YearMonth after) {}

package hmnet.care.vitalmonth;

import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/// The sheet as its resident reads it (本人の月間表の画面).
///
/// @param name of the person
/// @param path of the page, without the month
/// @param after the next month, null where it has not begun
public record OwnMonthScreen(
        String name,
        String path,
        MonthSheet sheet,
        YearMonth before,
        @Nullable YearMonth after) {}

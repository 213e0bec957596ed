package hmnet.care.viewer;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The time line of a person (統合ビューア 時系列).
///
/// @param older the address of the entries before these, or null
/// @param newest the address of the newest entries, or null when they are shown
public record TimelineScreen(
        ChartFrame chart,
        LocalDate today,
        TimelineFilter filter,
        TimelineMatrix matrix,
        List<TimelineDay> days,
        @Nullable String older,
        @Nullable String newest,
        List<Received> received) {}

package hmnet.care.checkups;

import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The check-ups of a person (統合ビューア 健診).
///
/// @param own what the person copied from sheets themselves
/// @param older the address of the check-ups before these, or null
/// @param newest the address of the newest ones, or null when they are shown
/// @param received what came from whom, where there is none
public record CheckupsScreen(
        ChartFrame chart,
        CheckupSheet sheet,
        CheckupSheet own,
        @Nullable String older,
        @Nullable String newest,
        List<FacilityCoverage> received) {}

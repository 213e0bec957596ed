package hmnet.care.vitals;

import hmnet.care.timeline.Line;
import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import hmnet.care.viewer.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What was measured of a person, over time (統合ビューア バイタル).
///
/// @param axis of all pictures; null where nothing was measured
/// @param cared what nurses and care workers wrote in the same time
/// @param careCut whether more of that was written than is listed
/// @param older the address of the measurements before these, or null
/// @param newest the address of the newest ones, or null when they are shown
/// @param received what came from whom, where nothing was measured
public record VitalsScreen(
        ChartFrame chart,
        Period period,
        List<VitalLine> lines,
        @Nullable VitalAxis axis,
        VitalTable table,
        List<CareNote> cared,
        boolean careCut,
        @Nullable String older,
        @Nullable String newest,
        List<FacilityCoverage> received) {
    /// What somebody wrote (看護・介護の記録).
    public record CareNote(String facility, Line line) {}
}

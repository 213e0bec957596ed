package hmnet.care.labsheet;

import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import hmnet.care.viewer.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The laboratory results of a person (検査).
///
/// @param older the address of the days before these, or null
public record LaboratoryScreen(
        ChartFrame chart,
        Period period,
        LabSheet sheet,
        List<LabTrend> trends,
        @Nullable String older,
        @Nullable String newest,
        List<FacilityCoverage> received) {}

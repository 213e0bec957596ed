package hmnet.care.labsheet;

import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import hmnet.care.viewer.Period;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The laboratory results of a person (検査).
///
/// @param otherwise the address of the same sheet with every row, or with the abnormal ones alone
/// @param text the address of the sheet as plain text
/// @param older the address of the days before these, or null
public record LaboratoryScreen(
        ChartFrame chart,
        Period period,
        LabSheet sheet,
        List<LabTrend> trends,
        List<OwnPageLink> ownPages,
        String otherwise,
        String text,
        @Nullable String older,
        @Nullable String newest,
        List<FacilityCoverage> received) {
    /// Results that stand on a page of their own (専用画面への案内).
    ///
    /// @param results how many of what was read for the sheet
    public record OwnPageLink(OwnPage page, String path, int results) {}

    /// The formulas that gave a value on the sheet.
    public List<String> formulas() {
        return sheet.rows().stream()
                .map(LabSheet.AnalyteRow::formula)
                .filter(word -> word != null)
                .distinct()
                .toList();
    }
}

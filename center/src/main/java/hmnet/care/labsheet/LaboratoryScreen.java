package hmnet.care.labsheet;

import hmnet.care.therapy.TherapyNote;
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
        List<TherapyNote> therapies,
        List<OwnPageLink> ownPages,
        String otherwise,
        String text,
        @Nullable String older,
        @Nullable String newest,
        List<FacilityCoverage> received) {
    /// A test that another facility measured in so many days is told before it is ordered again.
    public static final int RECENT_DAYS = 14;

    /// The rows whose newest value another facility measured some days ago (同じ検査: 他院で n 日前).
    public List<LabSheet.AnalyteRow> elsewhere() {
        return sheet.rows().stream()
                .filter(row -> row.formula() == null && isRecent(row.now()))
                .toList();
    }

    private static boolean isRecent(@Nullable LatestResult now) {
        if (now == null) {
            return false;
        }
        var latest = now.latest();
        return latest.elsewhere() && latest.daysAgo() >= 0 && latest.daysAgo() <= RECENT_DAYS;
    }

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

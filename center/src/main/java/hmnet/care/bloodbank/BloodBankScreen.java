package hmnet.care.bloodbank;

import hmnet.care.viewer.ChartFrame;
import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import hmnet.care.viewer.Mark;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What facilities found and say of a person's blood (血液型・輸血検査).
///
/// @param contradictions which facilities say which group, where they do not agree
/// @param older the address of the results before these, or null
public record BloodBankScreen(
        ChartFrame chart,
        List<String> contradictions,
        List<BloodSection> sections,
        @Nullable String older,
        @Nullable String newest,
        List<FacilityCoverage> received) {
    /// Results of one kind of test, newest first (検査ごとの結果).
    public record BloodSection(BloodTest test, List<BloodResult> results) {}

    /// Which test of the blood bank (輸血検査の種類).
    public enum BloodTest {
        ABO,
        RHESUS,
        ANTIBODIES,
        CROSS_MATCH,
        COOMBS,
        OTHER,
        /// 患者基本: what a facility's profile of the person says, without a test.
        PROFILE;

        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// One of them.
    ///
    /// @param told its state where it is not settled, in words
    public record BloodResult(
            OffsetDateTime at,
            String facility,
            String test,
            String value,
            String flag,
            String told,
            boolean struck,
            List<String> notes,
            List<Mark> marks,
            String path) {}

    /// The address of the sheet that this page belongs to.
    public String sheet() {
        return chart.path(chart.tab());
    }
}

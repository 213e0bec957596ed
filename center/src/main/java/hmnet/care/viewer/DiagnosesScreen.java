package hmnet.care.viewer;

import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The diagnoses of a person (病名): those not ended by their facility, then those that are, then what was
/// refuted or taken back.
record DiagnosesScreen(
        ChartFrame chart,
        List<DiagnosisLine> open,
        List<DiagnosisLine> ended,
        List<DiagnosisLine> refuted,
        List<FacilityCoverage> received) {

    /// One diagnosis as a facility keeps it (病名).
    ///
    /// @param code ICD-10, as sent
    /// @param from as precise as it was sent: a day, a month or a year
    /// @param outcome 転帰, in words, of one that ended
    /// @param state what became of it, in words; null for one that is as it says
    /// @param notes what else was said of it
    public record DiagnosisLine(
            String name,
            @Nullable String code,
            String facility,
            @Nullable String department,
            @Nullable String from,
            @Nullable String to,
            @Nullable String outcome,
            boolean main,
            boolean suspected,
            @Nullable String state,
            List<String> notes,
            String path,
            List<Mark> marks) {
        /// The person died.
        public boolean fatal() {
            return outcome != null && StateWords.death(outcome);
        }
    }
}

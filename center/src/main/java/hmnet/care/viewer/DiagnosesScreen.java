package hmnet.care.viewer;

import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The diagnoses of a person (病名): those not ended by their facility, then the others.
record DiagnosesScreen(
        ChartFrame chart, List<DiagnosisLine> open, List<DiagnosisLine> ended, List<FacilityCoverage> received) {

    /// One diagnosis as a facility keeps it (病名).
    ///
    /// @param code ICD-10, as sent
    /// @param from as precise as it was sent: a day, a month or a year
    /// @param outcome 転帰, in words, of one that ended
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
            String path,
            List<Mark> marks) {}
}

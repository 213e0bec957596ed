package hmnet.care.viewer;

import hmnet.care.viewer.FeedCoverage.FacilityCoverage;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The hospital stays of a person (入退院), the newest first.
public record AdmissionsScreen(ChartFrame chart, List<Stay> stays, List<FacilityCoverage> received) {

    /// One stay in hospital (入院).
    ///
    /// @param from the day of admission; null where only the discharge was received and does not say it
    /// @param to the day of discharge; null while no discharge was received
    /// @param outcome 退院時転帰, as sent
    /// @param moves what happened in between: when, and from where to where
    public record Stay(
            String facility,
            @Nullable String department,
            @Nullable String ward,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String outcome,
            List<String> moves,
            String path,
            List<Mark> marks) {
        /// The stay ended with the person's death.
        public boolean fatal() {
            return outcome != null && StateWords.death(outcome);
        }

        /// How many days, the first and the last included (入院日数).
        public long days() {
            return from == null || to == null ? 0 : ChronoUnit.DAYS.between(from, to) + 1;
        }
    }
}

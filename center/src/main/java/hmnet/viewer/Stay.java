package hmnet.viewer;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One stay in hospital (入院).
///
/// @param to the day of discharge; null while no discharge was received
/// @param outcome where the patient went, in words
public record Stay(
        String facility,
        @Nullable String department,
        @Nullable String ward,
        LocalDate from,
        @Nullable LocalDate to,
        @Nullable String outcome,
        String path,
        List<Mark> marks) {
    /// How many days, the first and the last included (入院日数).
    public long days() {
        return to == null ? 0 : ChronoUnit.DAYS.between(from, to) + 1;
    }
}

package hmnet.office.anomalies;

import hmnet.ground.design.TypedForm;
import hmnet.office.anomalies.AnomalyListScreen.FindingLine;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One finding before somebody (監査の気づきの画面).
///
/// @param person null where it is about many, or the person may not be named
/// @param birth likewise
/// @param many whether it is about many
/// @param outcomes what may be decided
public record AnomalyScreen(
        FindingLine line,
        OffsetDateTime firstAt,
        @Nullable String person,
        @Nullable LocalDate birth,
        boolean many,
        List<ReadLine> events,
        List<String> outcomes,
        @Nullable ClosingLine closing,
        TypedForm form) {
    /// A page of a chart that was shown.
    ///
    /// @param door the emergency door, or empty
    public record ReadLine(OffsetDateTime at, String profession, String view, String door, String address) {}

    /// What was decided.
    public record ClosingLine(
            String outcome,
            String words,
            String by,
            OffsetDateTime at,
            @Nullable Long incident) {}
}

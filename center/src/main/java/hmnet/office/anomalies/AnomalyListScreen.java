package hmnet.office.anomalies;

import hmnet.ground.design.TypedForm;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The findings that wait, and those closed last (監査の気づきの一覧); no patient is named.
///
/// @param count of those that are open, listed or not
/// @param oldestDays for how many days the oldest one waits; null where none does
/// @param facilities to choose from, empty for a desk, which has one
/// @param facility the chosen one's number, or empty
/// @param rule the chosen rule, or empty
/// @param isOffice whether the reader sets the rules
/// @param done what was just decided, or null
/// @param report what was typed of the report
public record AnomalyListScreen(
        long count,
        @Nullable Long oldestDays,
        List<FindingLine> open,
        List<FindingLine> closed,
        List<FindingFacility> facilities,
        String facility,
        List<String> rules,
        String rule,
        boolean isOffice,
        @Nullable String done,
        TypedForm report) {
    /// A facility that may be chosen.
    public record FindingFacility(String number, String name) {}

    /// One finding (気づきの一行).
    ///
    /// @param outcome null while it is open
    public record FindingLine(
            long id,
            String rule,
            int weight,
            String facility,
            String who,
            LocalDate day,
            int times,
            OffsetDateTime lastAt,
            @Nullable String outcome) {}
}

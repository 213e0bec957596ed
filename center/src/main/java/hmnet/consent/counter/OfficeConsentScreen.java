package hmnet.consent.counter;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where the office records what a person decided on paper (同意の登録).
///
/// @param problem `no-card`, `missing` or `my-number`; or null
/// @param done what was just recorded, or null
/// @param found the person a card number led to, or null before that
public record OfficeConsentScreen(
        @Nullable String problem,
        @Nullable RecordedConsent done,
        @Nullable ConsentHolder found) {
    /// The ready positions, in the order they stand on the paper form: words of `Choice`.
    public static final List<String> POSITIONS =
            List.of("everything", "everything-but-sensitive", "medicines-and-emergency", "nothing");

    /// What may have been recorded about emergencies.
    static final Set<String> FOR_EMERGENCIES = Set.of("emergency-give", "emergency-end");

    public record RecordedConsent(String name, String position) {}

    /// @param card what the form sends back to name this person
    /// @param state what holds now: `none`, `given` or `withdrawn`
    /// @param since since when, or null for `none`
    /// @param emergencySince since when the person agrees to emergencies, or null
    /// @param versions of what was explained, today's first: a paper form may be an earlier one
    /// @param askedUnder the version under which the person is asked anew; null where nobody asks
    public record ConsentHolder(
            String name,
            String kana,
            LocalDate birth,
            String town,
            String card,
            String state,
            @Nullable LocalDate since,
            @Nullable OffsetDateTime emergencySince,
            List<String> versions,
            @Nullable String askedUnder) {}
}

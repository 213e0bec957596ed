package hmnet.care.emergency;

import hmnet.consent.emergency.ConsentGiver;
import hmnet.consent.emergency.LifeRisk;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where an emergency begins (救急の入口の画面): somebody is looked for; what the reader has open, and owes words for.
///
/// @param problem `my-number`, `birth`, `nobody`, `passed`, `again` or null
/// @param done `ended`, `said` or `mistaken`, what was just done; or null
/// @param who as typed, to be put right
public record EmergencyScreen(
        @Nullable String problem,
        @Nullable String done,
        String who,
        String birth,
        List<FoundPerson> found,
        List<OpenView> open,
        List<OwedWords> owed) {
    /// Somebody who was found (候補).
    ///
    /// @param card what the form sends back to name this person
    public record FoundPerson(String card, String name, String kana, LocalDate birth, String sex, String town) {}

    /// What stands open (開いている閲覧).
    public record OpenView(long id, String name, String door, OffsetDateTime until) {}

    /// A reason to be said in words (理由の文が要る閲覧).
    public record OwedWords(long id, OffsetDateTime openedAt, OffsetDateTime by, boolean late) {}

    /// The three doors to one person (三つの入口).
    ///
    /// @param agreed whether the person agreed beforehand
    /// @param code whether the second factor is asked for again
    /// @param problem `missing`, `code`, `held` or `closed`; or null
    public record DoorsScreen(
            FoundPerson person,
            boolean agreed,
            boolean code,
            long minutes,
            @Nullable String problem) {
        public static final List<ConsentGiver> GIVERS = List.of(ConsentGiver.values());
        public static final List<LifeRisk> RISKS = List.of(LifeRisk.values());
    }
}

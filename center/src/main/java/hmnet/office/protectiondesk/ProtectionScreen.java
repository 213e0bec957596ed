package hmnet.office.protectiondesk;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a person asks to be protected (保護の申出), at whatever counter they stand.
///
/// @param problem `not-found`, `birth`, `my-number`, `missing`, `unknown-lines` or `again`; or null
/// @param done whether somebody was just protected
/// @param office whether members of staff may be named too
/// @param found whom the first form led to: one, or a few to choose from
record ProtectionScreen(
        @Nullable String problem, boolean done, boolean office, List<ProtectionSubject> found, Answers answers) {
    public static final List<String> ASKED_BY = List.of("person", "guardian", "police", "support");
    public static final List<String> CHECKED_HOW = List.of("photo", "known", "authority", "questions");

    /// @param ticket what the form sends back to name this person
    public record ProtectionSubject(String name, String kana, LocalDate birth, String ticket) {}

    /// What was written into the second form already.
    ///
    /// @param unknown the lines that name nobody
    public record Answers(String askedBy, String checkedHow, String facilities, String staff, List<String> unknown) {
        static Answers none() {
            return new Answers("", "", "", "", List.of());
        }
    }
}

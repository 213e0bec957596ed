package hmnet.office.protectiondesk;

import hmnet.ground.design.Messages;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a person asks to be protected (保護の申出), at whatever counter they stand.
///
/// @param problem `not-found`, `birth`, `my-number` or `again`; or null
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
    /// @param refused whether it was sent and cannot be carried out like this
    /// @param unknown the lines that name no facility
    /// @param unknownStaff the lines that name nobody
    public record Answers(
            String askedBy,
            String checkedHow,
            String facilities,
            String staff,
            boolean refused,
            List<String> unknown,
            List<String> unknownStaff) {
        static Answers none() {
            return new Answers("", "", "", "", false, List.of(), List.of());
        }

        /// What is wrong with a field, in words; null for nothing.
        public @Nullable String error(Messages m, String field) {
            return switch (field) {
                case "askedBy" -> refused && !ASKED_BY.contains(askedBy) ? m.t("protection.problem.asked-by") : null;
                case "checkedHow" ->
                    refused && !CHECKED_HOW.contains(checkedHow) ? m.t("protection.problem.checked") : null;
                case "facilities" -> lines(m, unknown);
                case "staff" -> lines(m, unknownStaff);
                // From outside: the template asks about its own fields alone.
                default -> throw new IllegalArgumentException("The form has no field " + field);
            };
        }

        private static @Nullable String lines(Messages m, List<String> unknown) {
            return unknown.isEmpty()
                    ? null
                    : m.t("protection.problem.unknown-lines", String.join(m.t("viewer.comma"), unknown));
        }
    }
}

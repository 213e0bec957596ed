package hmnet.consent.mynumber;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Where a My Number card is shown (マイナンバーカード), at the office or by the resident.
///
/// @param problem as in `mynumber.problem.…`, or null
/// @param done `bound` or `ended`, or null
/// @param office whether the office looks
/// @param offered whether this centre takes cards
/// @param challenge what the card is to sign
/// @param found whom the office may bind a card to
/// @param regionalId what the holder of the card is told, or null
record MyNumberScreen(
        @Nullable String problem,
        @Nullable String done,
        boolean office,
        boolean offered,
        String challenge,
        List<MyNumberHolder> found,
        @Nullable String regionalId) {
    /// @param until until when the certificate bound to them is valid, or null
    public record MyNumberHolder(
            String name,
            String kana,
            LocalDate birth,
            String ticket,
            @Nullable OffsetDateTime until) {}

    /// Problems that are not of what the card answered.
    private static final Set<String> OF_THE_PAGE = Set.of("my-number", "birth", "not-found", "again", "often");

    /// Whether the problem is said beside the card's answer, because it is of it and there is a field for it.
    public boolean inAnswer() {
        return problem != null && offered && !OF_THE_PAGE.contains(problem) && !(office && found.isEmpty());
    }

    /// The ID in groups of four, as people read it out.
    public String grouped() {
        return regionalId == null ? "" : regionalId.replaceAll("(.{4})(?=.)", "$1 ");
    }
}

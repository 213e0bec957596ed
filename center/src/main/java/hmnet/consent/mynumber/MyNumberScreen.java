package hmnet.consent.mynumber;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
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

    /// The ID in groups of four, as people read it out.
    public String grouped() {
        return regionalId == null ? "" : regionalId.replaceAll("(.{4})(?=.)", "$1 ");
    }
}

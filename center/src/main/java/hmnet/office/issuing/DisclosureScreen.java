package hmnet.office.issuing;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Where a hospital's own card is taken down (開示カードの登録).
///
/// @param problem as in `cards.disclosure.problem.…`, or null
/// @param done `withdrawn`, or null
/// @param hospitals whose cards the reader may take down; one at a hospital's desk
/// @param found whose card it shall be; those whom a search led to
/// @param registered the card just taken down, or null
record DisclosureScreen(
        @Nullable String problem,
        @Nullable String done,
        List<CardHospital> hospitals,
        List<DisclosureHolder> found,
        @Nullable NewHolder registered) {
    /// The ways a hospital's consent is given, in the order of the form.
    public static final List<String> HOW = List.of("paper", "oral", "card");

    public record CardHospital(String code, String name) {}

    /// @param ticket what the forms send back to name this person
    /// @param held the working 開示カード of the hospitals in the list
    public record DisclosureHolder(String name, String kana, LocalDate birth, String ticket, List<HeldCard> held) {}

    public record HeldCard(
            String number,
            String code,
            String hospital,
            @Nullable LocalDate until) {}

    /// @param number with `birth`, opens the exchange for an HM card
    public record NewHolder(String name, String hospital, String number, LocalDate birth) {}
}

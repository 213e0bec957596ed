package hmnet.office.issuing;

import hmnet.consent.cards.IssuedCard;
import hmnet.ground.design.TypedForm;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A person's cards at the office (紛失・再発行).
///
/// @param problem `not-found`, `birth`, `my-number`, `missing` or `again`; or null
/// @param done `lost` after cards were ended without a new one, or null
/// @param form what was written about the end of a card and cannot be used
/// @param found those whom the search led to; the cards of one are listed
record PeopleScreen(@Nullable String problem, @Nullable String done, List<CardHolder> found, TypedForm form) {
    /// The reasons to end a card, in the order of the form.
    public static final List<String> REASONS = List.of("lost", "stolen", "damaged", "name-change");

    /// @param ticket what the forms send back to name this person
    /// @param guarded whether the person is protected: the card goes to nobody else's hand
    public record CardHolder(
            String name, String kana, LocalDate birth, boolean guarded, String ticket, List<CardLine> cards) {}

    /// One card of the history.
    ///
    /// @param name whose it is
    public record CardLine(
            String name,
            String number,
            String kind,
            int issue,
            LocalDate issuedOn,
            String issuedWhy,
            boolean active,
            @Nullable String endedWhy,
            @Nullable LocalDate worksUntil) {
        static CardLine of(IssuedCard card, String name) {
            return new CardLine(
                    name,
                    card.code().number(),
                    card.kind().word(),
                    card.issue(),
                    day(card.issuedAt()),
                    card.issuedWhy(),
                    card.active(),
                    card.endedWhy(),
                    card.worksUntil());
        }

        private static LocalDate day(OffsetDateTime at) {
            return at.atZoneSameInstant(CardDrawings.JAPAN).toLocalDate();
        }
    }
}

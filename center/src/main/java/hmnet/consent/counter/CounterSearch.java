package hmnet.consent.counter;

import hmnet.consent.cards.BirthDates;
import hmnet.consent.cards.CardNumber;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Whom a counter looks for (本人の検索): a card's number or the reading of a name, and the birth date. What
/// was typed stands in the form again where nobody was found, so that one sign is put right and not all.
///
/// @param who as typed
/// @param birth as typed, in any calendar
public record CounterSearch(String who, String birth) {
    public static final CounterSearch NONE = new CounterSearch("", "");

    /// What cannot be looked for: `my-number` or `birth`; or null.
    public @Nullable String problem() {
        return CardNumber.holdsMyNumber(who) ? "my-number" : born().isEmpty() ? "birth" : null;
    }

    public Optional<LocalDate> born() {
        return BirthDates.parse(birth);
    }

    /// An individual number is never shown again.
    public String whoAgain() {
        return CardNumber.holdsMyNumber(who) ? "" : who;
    }

    /// Whether a problem stands in one field alone, and is said there.
    public static boolean inField(@Nullable String problem) {
        return "birth".equals(problem) || "my-number".equals(problem);
    }
}

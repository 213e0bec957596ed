package hmnet.consent.counter;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// The person a card just read belongs to (カード確認): enough to see that it is the one at the desk, no more.
///
/// @param card what the form sends back to link this person: the card as it was read, or a token for it
/// @param then the page of the chart that the card leads to
/// @param path the chart's address when the person is linked already and the requester opens charts, else null
/// @param town as far as the reader may know: empty for a protected person, except to those who treat them
/// @param linked whether the facility cares for the person already, as the reception is told too
/// @param typed whether the number was typed, of which the resident is told
record CardScreen(
        String name,
        String kana,
        LocalDate birth,
        int age,
        String sex,
        String town,
        String card,
        String then,
        @Nullable String path,
        boolean linked,
        boolean typed) {

    /// Where a card number is typed (カード番号の入力), for when the card cannot be read.
    ///
    /// @param problem what was wrong with the last entry: `no-match`, `not-a-card`, `birth`, `my-number`
    ///     or `locked`; `number-only` where a reader gave a number that says nothing of who holds it; or null
    /// @param number what was typed, to be corrected; empty where it must not be shown again
    /// @param birth the same of the birth date
    /// @param triesLeft how many misses are left before typing is locked for this account
    public record TypedScreen(@Nullable String problem, String number, String birth, int triesLeft) {
        /// Whether what is wrong stands in one field alone, and is said there.
        public boolean inField() {
            return "not-a-card".equals(problem) || "birth".equals(problem);
        }

        public boolean locked() {
            return triesLeft <= 0;
        }
    }
}

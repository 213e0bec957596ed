package hmnet.consent.counter;

import org.jspecify.annotations.Nullable;

/// Where a card number is typed (カード番号の入力), for when the card cannot be read.
///
/// @param problem what was wrong with the last entry: `no-match`, `not-a-card`, `my-number` or `locked`;
///     `number-only` where a reader gave a number that says nothing of who holds it; or null
/// @param number what was typed, to be corrected; empty where it must not be shown again
/// @param triesLeft how many misses are left before typing is locked for this account
public record TypedScreen(@Nullable String problem, String number, int triesLeft) {
    public boolean locked() {
        return triesLeft <= 0;
    }
}

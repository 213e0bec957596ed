package hmnet.consent.residents;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// Where a resident comes in (本人のサインイン).
///
/// @param letter whether it is the first time, with a letter
/// @param problem `wrong`, `wait`, `birth`, `my-number`, `passkey` or null
/// @param minutes how long to wait, at `wait`
/// @param card as it was typed
/// @param birth as it was typed
/// @param back where the resident wanted to go
public record OwnSignInScreen(
        boolean letter, @Nullable String problem, long minutes, String card, String birth, String back) {
    static OwnSignInScreen empty(boolean letter, String back) {
        return new OwnSignInScreen(letter, null, 0, "", "", back);
    }

    OwnSignInScreen with(String wrong) {
        return new OwnSignInScreen(letter, wrong, 0, card, birth, back);
    }

    OwnSignInScreen waiting(Duration pause) {
        return new OwnSignInScreen(letter, "wait", pause.plusSeconds(59).toMinutes(), card, birth, back);
    }
}

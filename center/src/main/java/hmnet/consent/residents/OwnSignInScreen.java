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
public record OwnSignInScreen(boolean letter, @Nullable String problem, long minutes, String card, String birth) {
    static OwnSignInScreen empty(boolean letter) {
        return new OwnSignInScreen(letter, null, 0, "", "");
    }

    OwnSignInScreen with(String wrong) {
        return new OwnSignInScreen(letter, wrong, 0, card, birth);
    }

    OwnSignInScreen waiting(Duration pause) {
        return new OwnSignInScreen(letter, "wait", pause.plusSeconds(59).toMinutes(), card, birth);
    }
}

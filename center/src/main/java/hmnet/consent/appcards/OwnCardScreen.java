package hmnet.consent.appcards;

import hmnet.consent.cards.AppCards.ShownCode;
import hmnet.ground.design.QrDrawing;
import hmnet.ground.design.QrText;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The card as the telephone shows it (アプリのHMカードの画面).
///
/// @param made whether there is one
/// @param code what is shown now, or null
/// @param problem `too-many` where no code is shown for now, or null
/// @param turn how many codes this page showed by itself before
/// @param seconds after which the page shows the next code by itself
/// @param read where the last code was read, or null
public record OwnCardScreen(
        boolean made,
        @Nullable CardCodeShown code,
        @Nullable String problem,
        int turn,
        long seconds,
        @Nullable CardReadAt read) {
    /// So often a page that is left open shows a new code by itself: a telephone that was put away shows none.
    static final int TURNS = 5;

    /// The next code comes so long before the one shown is over.
    private static final Duration EARLY = Duration.ofSeconds(5);

    static final OwnCardScreen NONE = new OwnCardScreen(false, null, null, 0, 0, null);

    /// @param text what the QR says
    public record CardCodeShown(String text, OffsetDateTime until) {
        public QrDrawing qr() {
            return QrText.of(text);
        }
    }

    /// @param facility its name
    public record CardReadAt(OffsetDateTime at, String facility) {}

    static OwnCardScreen shown(ShownCode code, Duration good, int turn, @Nullable CardReadAt read) {
        return new OwnCardScreen(
                true,
                new CardCodeShown(code.text(), code.until()),
                null,
                turn,
                good.minus(EARLY).toSeconds(),
                read);
    }

    static OwnCardScreen paused(@Nullable String problem, @Nullable CardReadAt read) {
        return new OwnCardScreen(true, null, problem, TURNS, 0, read);
    }

    /// The address of the part that takes the place of this one; nothing after the last turn.
    public Optional<String> next() {
        return code == null ? Optional.empty() : Optional.of("/my/card?turn=" + (turn + 1));
    }
}

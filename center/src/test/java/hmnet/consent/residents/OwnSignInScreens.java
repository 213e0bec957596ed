package hmnet.consent.residents;

import hmnet.consent.residents.LetterScreen.LetterHolder;
import hmnet.consent.residents.LetterScreen.PrintedLetter;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.ground.passkeys.Passkey;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Where residents come in, and their letters (本人のサインインの下見).
public final class OwnSignInScreens {
    private static final List<Passkey> KEYS = List.of(
            new Passkey(1, "わたしの電話", true, OffsetDateTime.parse("2026-11-20T10:00:00+09:00"), Optional.empty()));

    private OwnSignInScreens() {}

    public static List<Screen> all() {
        var found = new LetterHolder("見本　花子", "ミホン　ハナコ", LocalDate.of(1948, 4, 12), "x");
        var letter = new PrintedLetter(
                "見本　花子",
                "ACDEF-34679",
                LocalDate.of(2026, 11, 20),
                LocalDate.of(2026, 12, 4),
                "https://localhost/my/first");
        return List.of(
                signIn("own-signin", OwnSignInScreen.empty(false, "/my")),
                signIn("own-signin-wait", new OwnSignInScreen(false, "wait", 3, "1234567890123", "", "/my")),
                signIn("own-first", OwnSignInScreen.empty(true, "/my")),
                signIn("own-first-birth", new OwnSignInScreen(true, "birth", 0, "1234567890123", "S99.9.9", "/my")),
                new Screen(
                        "own-password",
                        "consent/residents/password",
                        null,
                        "/my/password",
                        Map.of("card", "1234567890123", "first", true)),
                new Screen(
                        "own-password-short",
                        "consent/residents/password",
                        null,
                        "/my/password",
                        Map.of("card", "1234567890123", "first", false, "problem", "short")),
                new Screen(
                        "own-passkeys",
                        "consent/residents/passkeys",
                        null,
                        "/my/passkeys",
                        Map.of("keys", KEYS, "synced", true)),
                letters("letters", new LetterScreen("no-card", null)),
                letters("letters-refused", new LetterScreen("refused", null)),
                letters("letters-found", new LetterScreen(null, found)),
                new Screen(
                        "letter",
                        "consent/residents/letter",
                        Preview.OPERATOR,
                        "/office/letters",
                        Map.of("page", letter)));
    }

    private static Screen signIn(String name, OwnSignInScreen page) {
        return new Screen(name, "consent/residents/signin", null, "/my/signin", Map.of("page", page));
    }

    private static Screen letters(String name, LetterScreen page) {
        return new Screen(name, "consent/residents/letters", Preview.OPERATOR, "/office/letters", Map.of("page", page));
    }
}

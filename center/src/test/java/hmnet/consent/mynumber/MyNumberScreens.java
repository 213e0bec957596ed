package hmnet.consent.mynumber;

import hmnet.consent.mynumber.MyNumberScreen.MyNumberHolder;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/// The pages about My Number cards (マイナンバーカードの下見).
public final class MyNumberScreens {
    private static final String CHALLENGE = "c2FtcGxlIGNoYWxsZW5nZSBzYW1wbGUgY2hhbGxlbmdlIHNhbXBs";

    private MyNumberScreens() {}

    public static List<Screen> all() {
        var until = OffsetDateTime.parse("2028-04-12T23:59:59+09:00");
        var found = new MyNumberHolder("試験　花子", "シケン　ハナコ", LocalDate.of(1948, 4, 12), "t1", until);
        return List.of(
                screen(
                        "my-number-office",
                        new MyNumberScreen("anothers", null, true, true, CHALLENGE, List.of(), null)),
                screen("my-number-found", new MyNumberScreen(null, null, true, true, CHALLENGE, List.of(found), null)),
                screen("my-number-off", new MyNumberScreen(null, "ended", true, false, CHALLENGE, List.of(), null)),
                resident(
                        "my-number-resident",
                        new MyNumberScreen("revoked", null, false, true, CHALLENGE, List.of(), null)),
                resident(
                        "my-number-told",
                        new MyNumberScreen(null, null, false, true, CHALLENGE, List.of(), "12345678901234567890")));
    }

    private static Screen screen(String name, Object page) {
        return new Screen(
                name, "consent/mynumber/my-number", Preview.OPERATOR, "/office/my-number-cards", Map.of("page", page));
    }

    private static Screen resident(String name, Object page) {
        return new Screen(name, "consent/mynumber/my-number", null, "/my-number-card", Map.of("page", page));
    }
}

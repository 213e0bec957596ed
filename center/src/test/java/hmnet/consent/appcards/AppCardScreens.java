package hmnet.consent.appcards;

import hmnet.consent.appcards.OwnCardScreen.CardCodeShown;
import hmnet.consent.appcards.OwnCardScreen.CardReadAt;
import hmnet.consent.mypages.OwnScreens;
import hmnet.ground.design.Screen;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/// The card on a telephone (アプリのHMカードの下見).
public final class AppCardScreens {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-21T10:12:07+09:00");
    private static final CardReadAt READ = new CardReadAt(NOW, "ひな形内科クリニック");

    private AppCardScreens() {}

    public static List<Screen> all() {
        return List.of(
                screen("own-card-none", OwnCardScreen.NONE),
                screen(
                        "own-card",
                        new OwnCardScreen(
                                true, new CardCodeShown("HM2.123456.ABCDEFGHIJKLMNOP", NOW), null, 0, 55, null)),
                screen("own-card-paused", OwnCardScreen.paused(null, READ)),
                screen("own-card-too-many", OwnCardScreen.paused("too-many", null)));
    }

    private static Screen screen(String name, OwnCardScreen page) {
        return new Screen(
                name, "consent/appcards/own-card", null, "/my/card", Map.of("page", page, "whose", OwnScreens.OWN));
    }
}

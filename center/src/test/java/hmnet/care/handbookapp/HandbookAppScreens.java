package hmnet.care.handbookapp;

import hmnet.consent.mypages.OwnScreens;
import hmnet.ground.design.Screen;
import java.util.List;
import java.util.Map;

/// The pages of the handbook as an app (健康手帳アプリの下見).
public final class HandbookAppScreens {
    private HandbookAppScreens() {}

    public static List<Screen> all() {
        return List.of(
                new Screen(
                        "handbook-app",
                        "care/handbookapp/home",
                        null,
                        "/handbook",
                        Map.of("whose", OwnScreens.OWN, "places", HandbookPlace.of(OwnScreens.OWN))),
                new Screen("handbook-kept", "care/handbookapp/kept", null, "/handbook/kept", Map.of()));
    }
}

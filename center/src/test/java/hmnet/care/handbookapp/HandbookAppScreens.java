package hmnet.care.handbookapp;

import hmnet.care.handbookapp.HandbookReminder.Reminder;
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
                        Map.of(
                                "whose",
                                OwnScreens.OWN,
                                "places",
                                HandbookPlace.of(OwnScreens.OWN),
                                "reminders",
                                List.of(new Reminder("命の宝箱は、このままでよいですか（最後の確認 2026-04-01）", "/my/lifebox")))),
                new Screen("handbook-kept", "care/handbookapp/kept", null, "/handbook/kept", Map.of()));
    }
}

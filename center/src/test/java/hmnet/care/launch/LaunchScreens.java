package hmnet.care.launch;

import hmnet.care.launch.LaunchKeyScreen.FreshLine;
import hmnet.care.launch.LaunchKeyScreen.KeyLine;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/// Launch from another system (起動の下見).
public final class LaunchScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-23T09:30:00+09:00");

    private LaunchScreens() {}

    public static List<Screen> all() {
        var keys = List.of(
                new KeyLine("6d2c1c1e-0000-4000-8000-000000000001", "電子カルテ", "見本市民病院", "受付 花", AT, null),
                new KeyLine("6d2c1c1e-0000-4000-8000-000000000002", "医事", "見本市民病院", "受付 花", AT, AT.plusDays(1)));
        return List.of(
                keys("launch-keys", new LaunchKeyScreen("3419900011", null, "ended", null, keys)),
                keys(
                        "launch-keys-fresh",
                        new LaunchKeyScreen(
                                "3419900011",
                                null,
                                null,
                                new FreshLine("6d2c1c1e-0000-4000-8000-000000000001", "aW52ZW50ZWQ"),
                                keys)),
                new Screen(
                        "launch-refused", "care/launch/refused", Preview.DOCTOR, "/launch", Map.of("why", "untied")));
    }

    private static Screen keys(String name, LaunchKeyScreen page) {
        return new Screen(name, "care/launch/keys", Preview.DESK, "/launch-keys", Map.of("page", page));
    }
}

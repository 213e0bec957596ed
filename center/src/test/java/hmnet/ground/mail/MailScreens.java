package hmnet.ground.mail;

import hmnet.ground.design.Screen;
import hmnet.ground.mail.MailAlerts.MailState;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/// How alerts leave by mail (警報メールの下見).
public final class MailScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-20T10:15:00+09:00");

    private MailScreens() {}

    public static List<Screen> all() {
        return List.of(
                screen(
                        "mail-off",
                        new MailScreen(false, ":587", "", List.of(), new MailState(0, null, null, null), null)),
                screen(
                        "mail-failing",
                        new MailScreen(
                                true,
                                "mail-server:587",
                                "centre@network",
                                List.of("office@network", "keeper@network"),
                                new MailState(2, AT, AT.minusDays(3), "421 service not available"),
                                "test")));
    }

    private static Screen screen(String name, MailScreen page) {
        return new Screen(name, "ground/mail/mail", null, "/office/mail", Map.of("page", page));
    }
}

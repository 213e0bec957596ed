package hmnet.office.disasterdesk;

import hmnet.consent.emergency.DisasterLooks.LookCount;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.office.disasterdesk.DisasterDeskScreen.LookLine;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/// The page on which the office looks through disaster views (災害時の閲覧の振り返りの下見).
public final class DisasterDeskScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T10:15:00+09:00");

    private DisasterDeskScreens() {}

    public static List<Screen> all() {
        var looks = List.of(
                new LookLine(41, AT, "架空市民病院", "nurse", "見本 花子", "disaster", false),
                new LookLine(42, AT, "架空市消防局", "paramedic", "峰橋 剛", "break-glass", true));
        return List.of(
                screen(
                        "disaster-looks",
                        new DisasterDeskScreen(
                                3,
                                AT.minusDays(1),
                                AT.plusDays(2),
                                true,
                                new LookCount(310, 290, 6, 4),
                                looks,
                                42L,
                                true,
                                true)),
                screen(
                        "disaster-looks-none",
                        new DisasterDeskScreen(
                                2,
                                AT.minusDays(9),
                                AT.minusDays(7),
                                false,
                                new LookCount(0, 0, 0, 0),
                                List.of(),
                                null,
                                false,
                                false)));
    }

    private static Screen screen(String name, DisasterDeskScreen page) {
        return new Screen(
                name,
                "office/disasterdesk/looks",
                Preview.OPERATOR,
                "/office/disaster/3",
                Map.of("page", page, "after", 0L));
    }
}

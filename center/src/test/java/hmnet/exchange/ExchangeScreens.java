package hmnet.exchange;

import hmnet.design.Preview;
import hmnet.design.Screen;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/// The page about machines' rights (外部連携の権利の下見).
public final class ExchangeScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T10:15:00+09:00");

    private ExchangeScreens() {}

    public static List<Screen> all() {
        return List.of(
                screen(
                        "machines",
                        new MachinesScreen(
                                "facility",
                                null,
                                List.of(new MachinesScreen.Line(
                                        "3410000001", "見本市民病院", List.of("pix.own", "feed.own"), true, 12)),
                                List.of(new MachinesScreen.Choice("3410000001", "見本市民病院")),
                                null)),
                screen(
                        "machines-one",
                        new MachinesScreen(
                                null,
                                "granted",
                                List.of(),
                                List.of(),
                                new MachinesScreen.One(
                                        "3410000001",
                                        "見本市民病院",
                                        List.of(
                                                new MachinesScreen.Right("pix", "own", AT, ""),
                                                new MachinesScreen.Right("feed", "region", AT, "運用 一郎")),
                                        List.of(new SenderNames.SenderName("", "MIHON-EMR")),
                                        new MachinesScreen.Hearing(
                                                "emr.example.jp", 2575, "", "EMR", "MIHON", "1.2.392.1", true),
                                        new Subscribers.Waiting(12, AT, 3)))));
    }

    private static Screen screen(String name, Object page) {
        return new Screen(name, "exchange/machines", Preview.OPERATOR, "/office/machines", Map.of("page", page));
    }
}

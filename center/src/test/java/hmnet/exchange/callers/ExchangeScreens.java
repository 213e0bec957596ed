package hmnet.exchange.callers;

import hmnet.exchange.machines.MachinesScreen;
import hmnet.exchange.updates.Subscribers;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.ground.design.TypedForm;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The page about machines' rights (外部連携の権利の下見).
public final class ExchangeScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T10:15:00+09:00");

    private ExchangeScreens() {}

    public static List<Screen> all() {
        var wrong = new TypedForm(
                Map.of("host", "emr example", "port", "2575", "path", "/pix", "application", "EMR"),
                Map.of("host", "host", "application", "oid"));
        return List.of(
                screen(
                        "machines",
                        new MachinesScreen(
                                null,
                                null,
                                new TypedForm(Map.of(), Map.of("facility", "facility")),
                                List.of(new MachinesScreen.CallerLine(
                                        "3410000001", "見本市民病院", List.of("pix.own", "feed.own"), true, true, 12)),
                                List.of(new MachinesScreen.FacilityChoice("3410000001", "見本市民病院")),
                                null)),
                screen("machines-one", one("granted", TypedForm.NOTHING)),
                screen("machines-wrong", one(null, wrong)));
    }

    private static MachinesScreen one(@Nullable String done, TypedForm typed) {
        return new MachinesScreen(
                null,
                done,
                typed,
                List.of(),
                List.of(),
                new MachinesScreen.One(
                        "3410000001",
                        "見本市民病院",
                        List.of(
                                new MachinesScreen.RightLine("pix", "own", AT, ""),
                                new MachinesScreen.RightLine("feed", "region", AT, "運用 一郎")),
                        List.of(
                                new MachinesScreen.RequestedRightLine("pdq", AT, "運用 一郎", false),
                                new MachinesScreen.RequestedRightLine("pix", AT, "運用 花子", true)),
                        List.of(new SenderNames.SenderName("", "MIHON-EMR")),
                        new MachinesScreen.SubscriptionLine(
                                "emr.example.jp", "2575", "", "EMR", "MIHON", "1.2.392.1", true),
                        new Subscribers.SubscriberBacklog(12, AT, 3)));
    }

    private static Screen screen(String name, Object page) {
        return new Screen(
                name, "exchange/machines/machines", Preview.OPERATOR, "/office/machines", Map.of("page", page));
    }
}

package hmnet.care.standby;

import hmnet.care.standby.StandbyCopies.StandbyCopy;
import hmnet.care.standby.StandbyOrders.StandbyOrder;
import hmnet.care.standby.StandbyPage.AskedStandby;
import hmnet.care.standby.StandbyPage.StandbyLine;
import hmnet.care.standby.StandbyPage.StandbyScreen;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.ground.design.Visitor;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.routes.Right;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// The pages of standby copies (非常時の写しの下見).
public final class StandbyScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T02:15:00+09:00");
    private static final Visitor DESK = new Visitor("見本 花子", "架空市民病院", "reception", Set.of(Right.DESK), 600);
    private static final StandbyOrder FRESH = new StandbyOrder(new FacilityId(1), AT, null, null, "");
    private static final StandbyOrder FAILED = new StandbyOrder(new FacilityId(2), AT, AT, AT, "DamagedObject");
    private static final StandbyCopy COPY =
            new StandbyCopy(1, new FacilityId(2), AT, new UUID(1, 2), 3_000_000, new byte[32], 1_842, 12);

    private StandbyScreens() {}

    public static List<Screen> all() {
        return List.of(
                desk("standby", new StandbyScreen(false, null, null, null, "why")),
                desk("standby-waits", new StandbyScreen(true, null, null, "asked", null)),
                desk("standby-no-code", new StandbyScreen(false, FRESH, null, null, null)),
                desk("standby-copy", new StandbyScreen(false, FAILED, COPY, null, null)),
                new Screen(
                        "standby-code",
                        "care/standby/code",
                        DESK,
                        "/standby/code",
                        Map.of(
                                "facility",
                                "架空市民病院",
                                "code",
                                StandbyCode.typed("ACDEF".repeat(6)).printed(),
                                "keyId",
                                "00ff")),
                office(
                        "standbys",
                        List.of(new AskedStandby(1, "架空市民病院", "見本 花子", AT, "停電に備える", false)),
                        List.of(new StandbyLine("架空中央病院", FAILED, COPY), new StandbyLine("架空医院", FRESH, null))),
                office("standbys-none", List.of(), List.of()));
    }

    private static Screen desk(String name, StandbyScreen page) {
        return new Screen(name, "care/standby/desk", DESK, "/standby", Map.of("page", page));
    }

    private static Screen office(String name, List<AskedStandby> asked, List<StandbyLine> lines) {
        return new Screen(
                name,
                "care/standby/office",
                Preview.OPERATOR,
                "/office/standby",
                Map.of("asked", asked, "lines", lines, "done", "agreed", "problem", "gone"));
    }
}

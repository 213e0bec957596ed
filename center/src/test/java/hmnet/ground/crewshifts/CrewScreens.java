package hmnet.ground.crewshifts;

import hmnet.ground.crewshifts.CrewShiftScreen.AskedChange;
import hmnet.ground.crewshifts.CrewShiftScreen.CrewFacility;
import hmnet.ground.design.Screen;
import hmnet.ground.design.TypedForm;
import hmnet.ground.design.Visitor;
import hmnet.ground.routes.Right;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The pages of crews' devices (救急隊の端末の下見).
public final class CrewScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T10:15:00+09:00");
    private static final Visitor OPERATOR = new Visitor("運用 一郎", "事務局", "operator", Set.of(Right.OPERATE), 600);
    private static final Visitor CREW = new Visitor("峰橋 剛", "架空市消防局", "paramedic", Set.of(Right.EMERGENCY), 600);

    private CrewScreens() {}

    public static List<Screen> all() {
        var asked = new AskedChange(12, "消防との取り決め", "見本 一郎", AT, false);
        return List.of(
                screen(
                        "crew-devices",
                        new CrewShiftScreen(
                                "no-device",
                                null,
                                List.of(
                                        new CrewFacility(
                                                1,
                                                "架空市消防局",
                                                "3499000001",
                                                0,
                                                0,
                                                false,
                                                null,
                                                new TypedForm(
                                                        Map.of("hours", "25", "why", "消防との取り決め"),
                                                        Map.of("hours", "hours"))),
                                        new CrewFacility(
                                                2, "見本市消防局", "3499000002", 8, 14, true, asked, TypedForm.NOTHING)))),
                screen("crew-devices-empty", new CrewShiftScreen(null, "changed", List.of())),
                new Screen(
                        "crew-turned-away",
                        "ground/crewshifts/turned-away",
                        CREW,
                        "/emergency",
                        Map.of("why", CrewObjection.NO_DEVICE.word())));
    }

    private static Screen screen(String name, Object page) {
        return new Screen(name, "ground/crewshifts/crewshifts", OPERATOR, CrewShiftPage.PATH, Map.of("page", page));
    }
}

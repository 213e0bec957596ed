package hmnet.office.stops;

import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.office.stops.StopScreen.AskedResumption;
import hmnet.office.stops.StopScreen.StopLine;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/// The desk's page of the stop (提供の停止の下見).
public final class StopScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T10:02:00+09:00");
    private static final List<StopLine> EARLIER = List.of(new StopLine(
            "端末の紛失", "受付 花", AT.minusMonths(3), "受付 月", AT.minusMonths(3).plusHours(5)));

    private StopScreens() {}

    public static List<Screen> all() {
        return List.of(
                screen("stop-running", new StopScreen("why", null, "見本市民病院", null, null, EARLIER)),
                screen(
                        "stop-asked",
                        new StopScreen(
                                null,
                                "stopped",
                                "見本市民病院",
                                new StopLine("外部への送信の疑い", "受付 花", AT, null, null),
                                new AskedResumption("調査が終わった", "受付 月", AT.plusHours(2), false),
                                EARLIER)));
    }

    private static Screen screen(String name, StopScreen page) {
        return new Screen(name, "office/stops/stop", Preview.DESK, "/disclosure-stop", Map.of("page", page));
    }
}

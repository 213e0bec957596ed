package hmnet.ground.limits;

import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.ground.design.TypedForm;
import hmnet.ground.limits.AlertsScreen.AlertLine;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/// The desk's alerts on reading and asking (閲覧・照会の警報の下見).
public final class AlertsScreens {
    private AlertsScreens() {}

    public static List<Screen> all() {
        var at = OffsetDateTime.parse("2026-11-20T22:14:00+09:00");
        var reader = new AlertLine(
                1,
                "charts-hour",
                "見本　太郎",
                "ひな形内科クリニック",
                200,
                true,
                at.minusMinutes(9),
                at,
                true,
                true,
                null,
                null,
                null,
                false);
        var machine = new AlertLine(
                2,
                "persons-hour",
                null,
                "見本市民病院",
                512,
                false,
                at.minusHours(1),
                at,
                false,
                false,
                null,
                null,
                null,
                false);
        var closed = new AlertLine(
                3,
                "charts-day",
                "例示　花",
                "見本市民病院",
                213,
                true,
                at.minusDays(1),
                at.minusDays(1),
                true,
                false,
                "見本　事務",
                at,
                "夜間救急の当直。業務によるものと本人と所属長に確認",
                true);
        return List.of(
                screen(
                        "alerts",
                        new AlertsScreen(List.of(reader, machine), List.of(closed), null, null, TypedForm.NOTHING)),
                screen("alerts-none", new AlertsScreen(List.of(), List.of(), null, "lifted", TypedForm.NOTHING)),
                screen(
                        "alerts-why",
                        new AlertsScreen(
                                List.of(reader),
                                List.of(),
                                null,
                                null,
                                new TypedForm(Map.of(), Map.of("why-" + reader.id(), "why")))));
    }

    private static Screen screen(String name, AlertsScreen page) {
        return new Screen(name, "ground/limits/alerts", Preview.DESK, AlertsPage.PATH, Map.of("page", page));
    }
}

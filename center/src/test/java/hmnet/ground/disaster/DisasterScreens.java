package hmnet.ground.disaster;

import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.ground.design.TypedForm;
import hmnet.ground.disaster.DisasterScreen.AskedDisaster;
import hmnet.ground.disaster.DisasterScreen.DisasterLine;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The page of the disaster mode (災害時モードの下見).
public final class DisasterScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T10:15:00+09:00");
    private static final DisasterLine STANDING =
            new DisasterLine(3, List.of("架空市", "見本市"), 210, "大雨による浸水", AT, AT.plusDays(3), "運用 一郎", "見本 一郎", null);
    private static final DisasterLine PAST =
            new DisasterLine(2, List.of(), 1150, "地震", AT.minusDays(90), AT.minusDays(88), "運用 一郎", "見本 一郎", "見本 一郎");

    private DisasterScreens() {}

    public static List<Screen> all() {
        var typed = new TypedForm(
                Map.of("hours", "200", "area", "towns", "towns", "架空", "why", "地震"),
                Map.of("hours", "hours", "towns", "towns"));
        return List.of(
                screen("disaster-none", page(null, null, List.of(PAST), TypedForm.NOTHING)),
                screen("disaster-typed", page(null, null, List.of(), typed)),
                screen("disaster-asked", page(null, asked(false), List.of(), TypedForm.NOTHING)),
                screen("disaster-standing", page(STANDING, null, List.of(PAST), TypedForm.NOTHING)),
                screen("disaster-longer", page(STANDING, asked(true), List.of(), TypedForm.NOTHING)),
                new Screen("disaster-off", "ground/disaster/off", Preview.OPERATOR, "/off", Map.of()));
    }

    private static AskedDisaster asked(boolean own) {
        return new AskedDisaster(72, List.of("架空市"), 120, "大雨による浸水", "運用 一郎", AT, own);
    }

    private static DisasterScreen page(
            @Nullable DisasterLine standing, @Nullable AskedDisaster asked, List<DisasterLine> past, TypedForm typed) {
        return new DisasterScreen(null, null, standing, asked, true, true, past, typed);
    }

    private static Screen screen(String name, DisasterScreen page) {
        return new Screen(name, "ground/disaster/disaster", Preview.OPERATOR, DisasterPage.PATH, Map.of("page", page));
    }
}

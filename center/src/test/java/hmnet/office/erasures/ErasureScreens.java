package hmnet.office.erasures;

import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.office.erasures.ErasureScreen.AskedErasure;
import hmnet.record.vault.ErasurePlan;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/// The officers' page of erasures (消去の承認の下見).
public final class ErasureScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T10:02:00+09:00");

    private ErasureScreens() {}

    public static List<Screen> all() {
        return List.of(
                screen("erasures-none", new ErasureScreen(null, "agreed", List.of())),
                screen(
                        "erasures-asked",
                        new ErasureScreen(
                                "second-person",
                                null,
                                List.of(
                                        new AskedErasure(
                                                "見本閉院病院",
                                                "3499999999",
                                                "/erasures/3499999999/all",
                                                null,
                                                new ErasurePlan(256, 1_204_331, 18_204, 0, 0, 0, 0, ""),
                                                "閉院から 5 年が過ぎたため",
                                                "運用 花",
                                                AT,
                                                false),
                                        new AskedErasure(
                                                "見本市民病院",
                                                "3410000001",
                                                "/erasures/3410000001/" + "5a".repeat(28),
                                                "0000123456",
                                                new ErasurePlan(0, 210, 1, 3, 1, 0, 12, ""),
                                                "裁判所の決定",
                                                "運用 月",
                                                AT,
                                                true)))));
    }

    private static Screen screen(String name, ErasureScreen page) {
        return new Screen(name, "office/erasures/erasures", Preview.OPERATOR, "/erasures", Map.of("page", page));
    }
}

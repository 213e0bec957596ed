package hmnet.office.exposure;

import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.ground.design.TypedForm;
import hmnet.office.exposure.ExposureScreen.ExposureLine;
import hmnet.office.exposure.ExposureScreen.ExposureList;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

/// The page of the question who saw what (漏えい時の照会の下見).
public final class ExposureScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T10:15:00+09:00");
    private static final Map<String, String> ASKED = Map.of(
            "through", "user",
            "subject", "mihon",
            "number", "",
            "from", "2026-11-01",
            "until", "2026-11-25",
            "reason", "misuse",
            "words", "本人から問合せ");

    private ExposureScreens() {}

    public static List<Screen> all() {
        var opened = new ExposureLine(
                AT,
                "見本 太郎",
                true,
                "doctor",
                "見本市民病院",
                "試験 花子",
                "chart-opened",
                "opened",
                "care/viewer/summary",
                "192.0.2.7",
                "session:0123456789abcdef");
        var machine = new ExposureLine(
                AT.minusDays(1),
                "machine",
                false,
                "",
                "見本市民病院",
                null,
                "person-queried",
                "told",
                "",
                "192.0.2.8",
                "certificate:" + "0123456789abcdef".repeat(4));
        return List.of(
                screen("exposure", new ExposureScreen(TypedForm.NOTHING, Map.of(), null)),
                screen(
                        "exposure-problem",
                        new ExposureScreen(
                                new TypedForm(ASKED, Map.of("subject", "unknown", "reason", "reason")),
                                Map.of(),
                                null)),
                screen(
                        "exposure-answer",
                        new ExposureScreen(
                                new TypedForm(ASKED, Map.of()),
                                ASKED,
                                new ExposureList(
                                        1_204,
                                        37,
                                        List.of(opened, machine),
                                        "0190a8e0-0000-7000-8000-000000000001",
                                        50_000))));
    }

    private static Screen screen(String name, ExposureScreen page) {
        return new Screen(name, "office/exposure/exposure", Preview.OPERATOR, "/office/exposure", Map.of("page", page));
    }
}

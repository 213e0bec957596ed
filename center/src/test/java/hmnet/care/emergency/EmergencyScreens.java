package hmnet.care.emergency;

import hmnet.care.emergency.EmergencyScreen.DoorsScreen;
import hmnet.care.emergency.EmergencyScreen.FoundPerson;
import hmnet.care.emergency.EmergencyScreen.OpenView;
import hmnet.care.emergency.EmergencyScreen.OwedWords;
import hmnet.care.emergency.ViewScreen.EndedScreen;
import hmnet.care.lifebox.LifeboxScreens;
import hmnet.care.summary.DoneActs;
import hmnet.care.summary.FirstLooks.FirstLine;
import hmnet.care.summary.FirstLooks.FirstLook;
import hmnet.care.summary.FirstLooks.MeasuredLine;
import hmnet.care.summary.SummaryScreen;
import hmnet.ground.design.Screen;
import hmnet.ground.design.Visitor;
import hmnet.ground.routes.Right;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The pages of the emergency doors (救急の入口の下見).
public final class EmergencyScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T10:15:00+09:00");
    private static final Visitor CREW = new Visitor("峰橋 剛", "架空市消防局", "paramedic", Set.of(Right.EMERGENCY), 600);
    private static final FoundPerson FOUND =
            new FoundPerson("t1", "試験 花子", "シケン ハナコ", LocalDate.of(1948, 4, 12), "female", "架空市");

    private EmergencyScreens() {}

    /// @param summary of whoever is carried in
    public static List<Screen> all(SummaryScreen summary) {
        return List.of(
                screen(
                        "emergency-empty",
                        "emergency",
                        new EmergencyScreen(null, null, "", "", List.of(), List.of(), List.of())),
                screen(
                        "emergency",
                        "emergency",
                        new EmergencyScreen(
                                "birth",
                                "said",
                                "シケン ハナコ",
                                "",
                                List.of(FOUND),
                                List.of(new OpenView(7, "見本 次郎", "scene-consent", AT.plusHours(3))),
                                List.of(new OwedWords(8, AT.minusDays(2), AT.minusDays(1), true)))),
                screen("emergency-doors", "doors", new DoorsScreen(FOUND, true, false, 180, null)),
                screen("emergency-doors-code", "doors", new DoorsScreen(FOUND, false, true, 60, "code")),
                screen("emergency-view", "view", view(summary)),
                screen("emergency-ended", "ended", new EndedScreen("/emergency/views/7", AT, true, "words")));
    }

    private static ViewScreen view(SummaryScreen summary) {
        var look = new FirstLook(
                summary.chart().person(),
                summary.medicines().lines(),
                summary.problems().open(),
                List.of(new FirstLine(LocalDate.of(2026, 9, 1), "血液型 A(+)", "見本市民病院", 1, List.of())),
                new DoneActs(
                        List.of(
                                new FirstLine(LocalDate.of(2024, 2, 9), "ペースメーカー移植術", "見本市民病院", 1, List.of()),
                                new FirstLine(LocalDate.of(2026, 9, 3), "人工透析", "見本市民病院", 150, List.of())),
                        3,
                        2_000),
                summary.visits().lines(),
                List.of(
                        new MeasuredLine(AT.minusDays(1), "pressure", "152/94mmHg", "見本健康手帳（本人の記録）"),
                        new MeasuredLine(AT.minusDays(9), "pressure", "138/82mmHg", "見本市民病院"),
                        new MeasuredLine(AT.minusDays(1), "weight", "58.4kg", "見本健康手帳（本人の記録）")),
                List.of());
        return new ViewScreen(
                "/emergency/views/7",
                "break-glass",
                AT.plusHours(1),
                false,
                ViewScreen.TransferSide.AT_HOSPITAL,
                false,
                true,
                true,
                true,
                AT.plusDays(1),
                look,
                LifeboxScreens.first(),
                null);
    }

    private static Screen screen(String name, String template, Object page) {
        return new Screen(name, "care/emergency/" + template, CREW, "/emergency", Map.of("page", page));
    }
}

package hmnet.care.disaster;

import hmnet.care.disaster.DisasterFindScreen.FoundHere;
import hmnet.care.disaster.DisasterFindScreen.OpenHere;
import hmnet.care.emergency.ViewScreen.EndedScreen;
import hmnet.ground.design.Screen;
import hmnet.ground.design.Visitor;
import hmnet.ground.routes.Right;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The pages of disaster views (災害時の閲覧の下見).
public final class DisasterViewScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T10:15:00+09:00");
    private static final Visitor NURSE = new Visitor("見本 花子", "架空市民病院", "nurse", Set.of(Right.DISASTER), 600);

    private DisasterViewScreens() {}

    public static List<Screen> all() {
        return List.of(
                screen("disaster-find-empty", new DisasterFindScreen(AT, null, true, "", "", List.of(), List.of())),
                screen(
                        "disaster-find",
                        new DisasterFindScreen(
                                AT,
                                "birth",
                                false,
                                "シケン ハナコ",
                                "",
                                List.of(new FoundHere(
                                        "t1", "試験 花子", "シケン ハナコ", LocalDate.of(1948, 4, 12), "female", "架空市")),
                                List.of(new OpenHere(7, "見本 次郎", AT.plusHours(1))))),
                ended("disaster-ended", false),
                ended("disaster-words", true));
    }

    private static Screen ended(String name, boolean words) {
        return new Screen(
                name,
                "care/disaster/ended",
                NURSE,
                "/disaster/views/7",
                Map.of("page", new EndedScreen("/disaster/views/7", AT, words, words ? "words" : null)));
    }

    private static Screen screen(String name, DisasterFindScreen page) {
        return new Screen(name, "care/disaster/find", NURSE, DisasterFindPage.PATH, Map.of("page", page));
    }
}

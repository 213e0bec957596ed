package hmnet.care.finding;

import hmnet.care.finding.FindScreen.FindLine;
import hmnet.care.viewer.Glance;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// The search (患者検索の下見).
public final class FindScreens {
    private static final LocalDate BIRTH = LocalDate.of(1948, 4, 12);

    private FindScreens() {}

    public static List<Screen> all() {
        var found = List.of(
                new FindLine(
                        "0012345",
                        "試験　花子",
                        "シケン　ハナコ",
                        BIRTH,
                        78,
                        "female",
                        true,
                        true,
                        "/people/p1/summary",
                        new Glance(null, 3, 1, 2, false, false)),
                new FindLine("0012346", "見本　三郎", "ミホン　サブロウ", null, -1, "unknown", false, false, null, null),
                new FindLine("", "架空　桜", "カクウ　サクラ", BIRTH, 78, "female", true, false, null, null));
        return List.of(
                screen("find", new FindScreen("my-number", "", null, false)),
                screen("find-some", new FindScreen(null, "シケン S23.4.12", found, true)),
                screen("find-nobody", new FindScreen(null, "誰", List.of(), false)));
    }

    private static Screen screen(String name, FindScreen page) {
        return new Screen(name, "care/finding/find", Preview.DOCTOR, "/find", Map.of("page", page));
    }
}

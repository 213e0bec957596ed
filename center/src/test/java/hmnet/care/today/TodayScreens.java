package hmnet.care.today;

import hmnet.care.today.TodayScreen.AnnouncedLine;
import hmnet.care.today.TodayScreen.FoundLine;
import hmnet.care.today.TodayScreen.TodayLine;
import hmnet.care.viewer.Glance;
import hmnet.consent.counter.CounterSearch;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.ground.design.Visitor;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Today's patients (今日の患者の下見).
public final class TodayScreens {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final LocalDate BIRTH = LocalDate.of(1948, 4, 12);

    private TodayScreens() {}

    public static List<Screen> all() {
        return List.of(
                screen("today", Preview.DOCTOR, page(lines(), null, "added", null)),
                screen("today-found", Preview.DESK, page(lines(), null, null, found())),
                screen("today-birth", Preview.DESK, page(List.of(), "birth", null, null)));
    }

    private static TodayScreen page(
            List<TodayLine> lines, @Nullable String problem, @Nullable String told, @Nullable List<FoundLine> found) {
        return new TodayScreen(
                TODAY,
                lines,
                List.of(new AnnouncedLine("0012399", "例示　次郎", "レイジ　ジロウ", BIRTH, "male")),
                problem,
                told,
                "",
                problem == null ? CounterSearch.NONE : new CounterSearch("シケンハナコ", "S99.9.9"),
                problem == null ? "" : "licence",
                found);
    }

    private static List<TodayLine> lines() {
        return List.of(
                line(1, "p1", "試験　花子", new Glance(null, 3, 1, 2, true, true)),
                line(2, "p2", "架空　桜", new Glance("consent-missing", 0, -1, -1, false, false)),
                new TodayLine(3, "", "0012346", "見本　三郎", "ミホン　サブロウ", null, -1, "unknown", false, null, null),
                new TodayLine(4, "p4", "", "例示　四郎", "レイジ　シロウ", BIRTH, 78, "male", false, null, null));
    }

    private static TodayLine line(long row, String person, String name, Glance glance) {
        return new TodayLine(
                row,
                person,
                "0012345",
                name,
                "シケン　ハナコ",
                BIRTH,
                78,
                "female",
                true,
                "/people/" + person + "/timeline",
                glance);
    }

    private static List<FoundLine> found() {
        return List.of(new FoundLine("t1", "試験　花子", "シケン　ハナコ", BIRTH, "見本市 ひな形町", false));
    }

    private static Screen screen(String name, Visitor visitor, TodayScreen page) {
        return new Screen(name, "care/today/today", visitor, "/today", Map.of("page", page));
    }
}

package hmnet.care.arrangement;

import hmnet.care.viewer.PageWishes.ReaderWishes;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import java.util.List;
import java.util.Map;

/// How pages open, and the sheet of keys (表示の設定の下見).
public final class ArrangementScreens {
    private ArrangementScreens() {}

    public static List<Screen> all() {
        var wishes = new ReaderWishes(true, List.of("results", "medicines"), "all", "");
        return List.of(
                screen("arrangement", new ArrangementScreen(wishes, "kept")),
                screen("shortcuts", new ArrangementScreen(wishes, null)));
    }

    private static Screen screen(String name, ArrangementScreen page) {
        return new Screen(name, "care/arrangement/" + name, Preview.DOCTOR, "/" + name, Map.of("page", page));
    }
}

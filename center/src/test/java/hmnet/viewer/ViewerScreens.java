package hmnet.viewer;

import hmnet.design.Preview;
import hmnet.design.Screen;
import java.util.List;
import java.util.Map;

/// The viewer's screens, filled with an invented chart (ビューワの下見).
public final class ViewerScreens {
    private ViewerScreens() {}

    public static List<Screen> all() {
        return List.of(
                screen("timeline", "viewer/timeline", Sample.timeline()),
                screen("timeline-empty", "viewer/timeline", Sample.emptyTimeline()));
    }

    private static Screen screen(String name, String template, Object page) {
        return new Screen(name, template, Preview.DOCTOR, Sample.PATH + "/timeline", Map.of("page", page));
    }
}

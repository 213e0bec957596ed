package hmnet.care.daycopies;

import hmnet.care.daycopies.DayCopyPage.DayShell;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import java.util.List;
import java.util.Map;

/// The page of the copies of the day, as it is before anything was fetched (本日の控えの下見).
public final class DayCopyScreens {
    private DayCopyScreens() {}

    public static List<Screen> all() {
        return List.of(new Screen(
                "day-copies",
                "care/daycopies/shell",
                Preview.DOCTOR,
                DayCopyPage.PATH,
                Map.of("page", new DayShell(DayCopyPage.PATH, DayCopyPage.PATH + "/service.js", List.of()))));
    }
}

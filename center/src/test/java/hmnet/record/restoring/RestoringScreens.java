package hmnet.record.restoring;

import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.ground.design.Visitor;
import hmnet.ground.routes.Right;
import hmnet.record.restoring.RestoringPage.AskedRestoring;
import hmnet.record.restoring.RestoringPage.RestoringScreen;
import hmnet.record.restoring.Restorings.RestoringSpan;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The pages by which a facility gets its originals back (返却の下見).
public final class RestoringScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T10:15:00+09:00");
    private static final Visitor DESK = new Visitor("見本 花子", "架空市民病院", "reception", Set.of(Right.DESK), 600);

    private RestoringScreens() {}

    public static List<Screen> all() {
        return List.of(
                desk("restoring", new RestoringScreen(false, null, null, "why")),
                desk("restoring-waits", new RestoringScreen(true, null, "asked", null)),
                desk("restoring-parts", new RestoringScreen(false, new RestoringSpan(AT, 2_000, 0), null, null)),
                office("restorings", List.of(new AskedRestoring(1, "架空市民病院", "見本 花子", AT, "浸水", false))),
                office("restorings-none", List.of()));
    }

    private static Screen desk(String name, RestoringScreen page) {
        return new Screen(name, "record/restoring/desk", DESK, "/restoring", Map.of("page", page));
    }

    private static Screen office(String name, List<AskedRestoring> lines) {
        return new Screen(
                name,
                "record/restoring/office",
                Preview.OPERATOR,
                "/office/restoring",
                Map.of("lines", lines, "done", "agreed", "problem", "gone"));
    }
}

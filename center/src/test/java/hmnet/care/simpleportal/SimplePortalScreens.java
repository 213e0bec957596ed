package hmnet.care.simpleportal;

import hmnet.care.simpleportal.PortalScreen.CheckedCard;
import hmnet.care.simpleportal.PortalScreen.PortalLine;
import hmnet.care.simpleportal.PortalScreen.PortalList;
import hmnet.consent.consents.ConsentState;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The simple portal (簡易ポータルの下見).
public final class SimplePortalScreens {
    private static final LocalDate BIRTH = LocalDate.of(1948, 4, 12);

    private SimplePortalScreens() {}

    public static List<Screen> all() {
        return List.of(
                new Screen("simple-portal", "care/simpleportal/portal", Preview.DOCTOR, "/portal", Map.of()),
                new Screen(
                        "simple-portal-viewer",
                        "care/simpleportal/whom",
                        Preview.DOCTOR,
                        "/portal/viewer",
                        Map.of("page", whom())),
                registration("simple-portal-card", null, card(ConsentState.GIVEN)),
                registration("simple-portal-unlinked", null, card(null)),
                registration("simple-portal-unknown", "unknown", null));
    }

    private static PortalList whom() {
        return new PortalList(
                "viewer",
                "home-vitals",
                List.of(
                        new PortalLine("/people/p1/home-vitals", "試験　花子", "シケン　ハナコ", BIRTH, "0012345"),
                        new PortalLine("/people/p2/home-vitals", "架空　桜", "カクウ　サクラ", BIRTH, "")));
    }

    private static CheckedCard card(@Nullable ConsentState consent) {
        return new CheckedCard("試験　花子", "シケン　ハナコ", BIRTH, "female", "HM1.x", consent);
    }

    private static Screen registration(String name, @Nullable String problem, @Nullable CheckedCard card) {
        return new Screen(
                name,
                "care/simpleportal/registration",
                Preview.DOCTOR,
                "/portal/registration",
                Map.of("page", new PortalScreen(problem, card)));
    }
}

package hmnet.consent.support;

import hmnet.consent.mypages.OwnWhose;
import hmnet.consent.support.OwnSupportPage.OwnSupportScreen;
import hmnet.consent.support.PaperSupportPage.PaperSupportScreen;
import hmnet.consent.support.SupportNeeds.SupportLine;
import hmnet.consent.support.TownSupportPage.TownSupportScreen;
import hmnet.ground.design.Screen;
import hmnet.ground.design.Visitor;
import hmnet.ground.routes.Right;
import hmnet.people.links.Person;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The pages of residents who need support (要配慮者の申出の下見).
public final class SupportScreens {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T10:15:00+09:00");
    private static final Visitor DESK = new Visitor("市役所 花子", "架空市役所", "reception", Set.of(Right.TOWN), 600);
    private static final OwnWhose OWN = new OwnWhose("試験　花子", "", true, true, true, null, false);
    private static final SupportWords SAID =
            new SupportWords(Set.of(NeededSupport.POWERED_DEVICE, NeededSupport.MOVING), "娘 082-000-0000");

    private SupportScreens() {}

    public static List<Screen> all() {
        var person = new Person(
                PersonId.fresh(),
                "1",
                "試験",
                "花子",
                "シケン",
                "ハナコ",
                LocalDate.of(1948, 4, 12),
                "female",
                "",
                "架空市青葉町１−１",
                "架空市青葉町",
                "082-000-0001");
        var lines = List.of(new SupportLine(1, person, SAID, AT, false), new SupportLine(2, person, SAID, AT, true));
        return List.of(
                own("own-support-new", new OwnSupportScreen("架空市役所", null, Set.of(), "", null, "empty")),
                own("own-support", new OwnSupportScreen("架空市役所", AT, SAID.needs(), SAID.words(), "said", null)),
                own("own-support-no-town", new OwnSupportScreen(null, null, Set.of(), "", null, null)),
                new Screen(
                        "support-desk",
                        "consent/support/desk",
                        DESK,
                        "/support/desk",
                        Map.of(
                                "page",
                                new PaperSupportScreen(
                                        "架空市", person, "t1", true, SAID.needs(), SAID.words(), "said", "signed"))),
                town("town-support", new TownSupportScreen("架空市", lines, 2L, false, 5_000, "架空市役所", AT)),
                town("town-support-paper", new TownSupportScreen("架空市", lines, null, true, 5_000, "架空市役所", AT)),
                town("town-support-none", new TownSupportScreen(null, List.of(), null, false, 5_000, "見本市役所", AT)));
    }

    private static Screen own(String name, OwnSupportScreen page) {
        return new Screen(name, "consent/support/own", null, "/my/support", Map.of("page", page, "whose", OWN));
    }

    private static Screen town(String name, TownSupportScreen page) {
        return new Screen(name, "consent/support/town", DESK, "/support", Map.of("page", page));
    }
}

package hmnet.consent.counter;

import hmnet.consent.counter.CardScreen.TypedScreen;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.ground.design.TypedForm;
import hmnet.ground.design.Visitor;
import hmnet.people.links.Person;
import hmnet.people.patients.Patients.PatientDetails;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pages about cards and consents (同意・カードの下見).
public final class ConsentScreens {
    private static final LocalDate BIRTH = LocalDate.of(1948, 4, 12);
    private static final String TOWN = "見本市 ひな形町";

    private ConsentScreens() {}

    public static List<Screen> all() {
        return List.of(
                screen("card", "consent/counter/card", Preview.DOCTOR, card(null, true)),
                screen("card-linked", "consent/counter/card", Preview.DOCTOR, card("/people/x1", false)),
                screen("typed", "consent/counter/typed", Preview.DOCTOR, new TypedScreen(null, "", "", 10)),
                screen(
                        "typed-miss",
                        "consent/counter/typed",
                        Preview.DOCTOR,
                        new TypedScreen("birth", "1234567890123", "S99.9.9", 7)),
                screen("typed-locked", "consent/counter/typed", Preview.DOCTOR, new TypedScreen("no-match", "", "", 0)),
                screen(
                        "desk",
                        "consent/counter/desk",
                        Preview.DESK,
                        new DeskScreen(
                                "no-card",
                                null,
                                null,
                                null,
                                List.of(),
                                new TypedForm(Map.of("chart", "0012345", "code", "ABC"), Map.of("code", "no-card")))),
                screen(
                        "desk-match",
                        "consent/counter/desk",
                        Preview.DESK,
                        new DeskScreen(null, null, null, match("試験 花子"), List.of())),
                screen(
                        "desk-contradiction",
                        "consent/counter/desk",
                        Preview.DESK,
                        new DeskScreen("why", null, null, match("架空 桜"), List.of())),
                screen(
                        "desk-waiting",
                        "consent/counter/desk",
                        Preview.DESK,
                        new DeskScreen(null, null, "proposed", null, List.of(waiting(true), waiting(false)))),
                screen(
                        "desk-done",
                        "consent/counter/desk",
                        Preview.DESK,
                        new DeskScreen(null, "0012345", null, null, List.of())),
                screen(
                        "office-consent",
                        "consent/counter/office-consent",
                        Preview.OPERATOR,
                        new OfficeConsentScreen(
                                null, new OfficeConsentScreen.RecordedConsent("試験 花子", "everything"), null)),
                screen(
                        "office-consent-found",
                        "consent/counter/office-consent",
                        Preview.OPERATOR,
                        new OfficeConsentScreen(
                                "missing",
                                null,
                                new OfficeConsentScreen.ConsentHolder(
                                        "試験 花子",
                                        "シケン ハナコ",
                                        BIRTH,
                                        TOWN,
                                        "c1",
                                        "withdrawn",
                                        LocalDate.of(2026, 10, 1),
                                        null,
                                        List.of("2027-04", "2026-04"),
                                        "2027-04"))));
    }

    private static CardScreen card(@Nullable String path, boolean typed) {
        return new CardScreen(
                "試験 花子", "シケン ハナコ", BIRTH, 78, "female", TOWN, "c1", "summary", path, path != null, typed);
    }

    private static DeskScreen.CardMatch match(String card) {
        return new DeskScreen.CardMatch("0012345", "c1", compared(card), "");
    }

    private static DeskComparison compared(String card) {
        var kana = card.equals("試験 花子") ? "シケン ハナコ" : "カクウ サクラ";
        var names = card.split(" ", 2);
        var readings = kana.split(" ", 2);
        return DeskComparison.of(
                new PatientDetails("0012345", "試驗　花子", "シケン　ハナコ", BIRTH, "female", ""),
                new Person(
                        PersonId.fresh(),
                        "",
                        names[0],
                        names[1],
                        readings[0],
                        readings[1],
                        BIRTH,
                        "female",
                        "",
                        TOWN,
                        TOWN,
                        ""),
                true);
    }

    private static DeskScreen.WaitingTie waiting(boolean mine) {
        return new DeskScreen.WaitingTie(
                mine ? 1 : 2,
                mine ? "0012345" : "0067890",
                "受付 花",
                OffsetDateTime.parse("2026-11-21T21:40:00+09:00"),
                "旅券を確認。カードの申込書の書き誤り",
                mine,
                compared("架空 桜").lines());
    }

    private static Screen screen(String name, String template, Visitor visitor, Object page) {
        return new Screen(name, template, visitor, "/cards/typed", Map.of("page", page));
    }
}

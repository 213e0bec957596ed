package hmnet.consent.counter;

import hmnet.consent.counter.CardScreen.TypedScreen;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.ground.design.Visitor;
import java.time.LocalDate;
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
                screen("typed", "consent/counter/typed", Preview.DOCTOR, new TypedScreen(null, "", 10)),
                screen(
                        "typed-miss",
                        "consent/counter/typed",
                        Preview.DOCTOR,
                        new TypedScreen("no-match", "1234567890123", 7)),
                screen("typed-locked", "consent/counter/typed", Preview.DOCTOR, new TypedScreen("no-match", "", 0)),
                screen("desk", "consent/counter/desk", Preview.DESK, new DeskScreen("no-card", null, null)),
                screen("desk-match", "consent/counter/desk", Preview.DESK, new DeskScreen(null, null, match())),
                screen("desk-done", "consent/counter/desk", Preview.DESK, new DeskScreen(null, "0012345", null)),
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
                                        LocalDate.of(2026, 10, 1)))));
    }

    private static CardScreen card(@Nullable String path, boolean typed) {
        return new CardScreen("試験 花子", "シケン ハナコ", BIRTH, 78, "female", TOWN, "c1", path, path != null, typed);
    }

    private static DeskScreen.CardMatch match() {
        return new DeskScreen.CardMatch(
                "0012345",
                "c1",
                List.of(
                        new DeskScreen.ComparisonLine("name", "試驗 花子", "試験 花子", false),
                        new DeskScreen.ComparisonLine("kana", "シケン ハナコ", "シケン ハナコ", true),
                        new DeskScreen.ComparisonLine("birth", "昭和23年4月12日", "昭和23年4月12日", true),
                        new DeskScreen.ComparisonLine("sex", "女", "女", true)));
    }

    private static Screen screen(String name, String template, Visitor visitor, Object page) {
        return new Screen(name, template, visitor, "/cards/typed", Map.of("page", page));
    }
}

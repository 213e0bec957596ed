package hmnet.office.protectiondesk;

import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.ground.design.TypedForm;
import hmnet.ground.design.Visitor;
import hmnet.office.protectiondesk.ProtectionScreen.Answers;
import hmnet.office.protectiondesk.ProtectionScreen.ProtectionSubject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// The pages about protected persons (保護対象者の下見).
public final class ProtectionScreens {
    private static final LocalDate BIRTH = LocalDate.of(1988, 4, 12);
    private static final LocalDate SINCE = LocalDate.of(2026, 11, 21);

    private ProtectionScreens() {}

    public static List<Screen> all() {
        var found = List.of(new ProtectionSubject("試験　花子", "シケン　ハナコ", BIRTH, "t1"));
        var answers = new Answers("person", "", "存在しない病院\n架空医科大学附属病院", "", true, List.of("存在しない病院"), List.of());
        return List.of(
                screen(
                        "protection",
                        "office/protectiondesk/protection",
                        Preview.DESK,
                        new ProtectionScreen("not-found", false, false, List.of(), Answers.none())),
                screen(
                        "protection-found",
                        "office/protectiondesk/protection",
                        Preview.OPERATOR,
                        new ProtectionScreen(null, false, true, found, answers)),
                screen(
                        "protection-done",
                        "office/protectiondesk/protection",
                        Preview.DESK,
                        new ProtectionScreen(null, true, false, List.of(), Answers.none())),
                screen(
                        "protections",
                        "office/protectiondesk/register",
                        Preview.OPERATOR,
                        new RegisterScreen(List.of(
                                new RegisterScreen.ProtectionLine(
                                        "/office/protections/x1", "試験　花子", "シケン　ハナコ", SINCE, true, false),
                                new RegisterScreen.ProtectionLine(
                                        "/office/protections/x2", "架空　良子", "カクウ　リョウコ", SINCE, false, true)))),
                screen(
                        "protections-none",
                        "office/protectiondesk/register",
                        Preview.OPERATOR,
                        new RegisterScreen(List.of())),
                screen(
                        "protected",
                        "office/protectiondesk/protected",
                        Preview.OPERATOR,
                        new ProtectedScreen(
                                "same-person",
                                TypedForm.NOTHING,
                                "/office/protections/x1",
                                "試験　花子",
                                "シケン　ハナコ",
                                BIRTH,
                                SINCE,
                                "person",
                                "photo",
                                List.of("架空医科大学附属病院", "見本市民病院"),
                                List.of("演習 太郎"),
                                true,
                                "運用 一郎",
                                "転居して不要になった")));
    }

    private static Screen screen(String name, String template, Visitor visitor, Object page) {
        return new Screen(name, template, visitor, "/protection", Map.of("page", page));
    }
}

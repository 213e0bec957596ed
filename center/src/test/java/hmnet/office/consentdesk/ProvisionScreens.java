package hmnet.office.consentdesk;

import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.ground.design.TypedForm;
import hmnet.office.consentdesk.ProvisionScreen.ProvisionLine;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// The page of what is kept back within a consent (見せる範囲の下見).
public final class ProvisionScreens {
    private ProvisionScreens() {}

    public static List<Screen> all() {
        return List.of(
                screen("provisions", List.of(), TypedForm.NOTHING, null),
                screen(
                        "provisions-bad",
                        List.of(
                                new ProvisionLine(
                                        1,
                                        "例示薬局 本通店",
                                        List.of("すべての種別", "精神科の記録、HIVの記録", "診療日 2025/04/01 から 2025/09/30 まで"),
                                        LocalDate.of(2026, 11, 2),
                                        LocalDate.of(2027, 3, 31)),
                                new ProvisionLine(
                                        2,
                                        "見本市民病院、ひな形内科クリニック 以外のすべて",
                                        List.of("架空医科大学附属病院 の記録", "病名、検査結果"),
                                        LocalDate.of(2026, 10, 20),
                                        null)),
                        new TypedForm(
                                Map.of("to", "facility", "readers", "どこか", "kinds-DIAGNOSIS", "on", "how", "paper"),
                                Map.of("readers", "readers", "careUntil", "order", "ending-2", "how")),
                        "denied"));
    }

    private static Screen screen(
            String name, List<ProvisionLine> lines, TypedForm form, @org.jspecify.annotations.Nullable String done) {
        return new Screen(
                name,
                "office/consentdesk/provisions",
                Preview.OPERATOR,
                "/office/consents/provisions",
                Map.of(
                        "page",
                        new ProvisionScreen(
                                "試験 花子", "シケン ハナコ", LocalDate.of(1948, 4, 12), "ticket", lines, form, done)));
    }
}

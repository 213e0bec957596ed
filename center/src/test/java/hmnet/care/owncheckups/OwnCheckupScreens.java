package hmnet.care.owncheckups;

import hmnet.care.checkups.CheckupSheet;
import hmnet.care.checkups.SampleCheckups;
import hmnet.care.owncheckups.OwnCheckupsScreen.CopiedCheckupScreen;
import hmnet.consent.mypages.OwnScreens;
import hmnet.ground.design.Screen;
import hmnet.ground.design.TypedForm;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pages of an invented resident's check-ups (本人の健診の下見).
public final class OwnCheckupScreens {
    private static final String ENTRY = "00000000-0000-4000-8000-000000000007";
    private static final CheckupSheet NONE = new CheckupSheet(List.of(), List.of());

    private OwnCheckupScreens() {}

    public static List<Screen> all() {
        return List.of(
                of(
                        "own-checkups",
                        "checkups",
                        screen("kept", TypedForm.NOTHING, SampleCheckups.years(), SampleCheckups.years())),
                of(
                        "own-checkups-wrong",
                        "checkups",
                        screen(
                                null,
                                new TypedForm(Map.of("day", "2026-11-20", "weight", "五十"), Map.of("weight", "number")),
                                NONE,
                                NONE)),
                of(
                        "own-checkup",
                        "one",
                        new CopiedCheckupScreen(
                                ENTRY,
                                new TypedForm(
                                        Map.of("day", "2026-11-20", "weight", "52.4", "urine-protein", "±"),
                                        Map.of()))));
    }

    private static OwnCheckupsScreen screen(
            @Nullable String told, TypedForm form, CheckupSheet sent, CheckupSheet own) {
        return new OwnCheckupsScreen(told, true, false, ENTRY, form, sent, own, "/my/checkups?before=x", null);
    }

    private static Screen of(String name, String page, Record screen) {
        return new Screen(
                name,
                "care/owncheckups/" + page,
                null,
                "/my/checkups",
                Map.of("whose", OwnScreens.OWN, "page", screen));
    }
}

package hmnet.ground.directory;

import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.FacilityScreen.FormerName;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// The operators' pages of facilities (参加施設の下見).
public final class DirectoryScreens {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private DirectoryScreens() {}

    public static List<Screen> all() {
        return List.of(
                screen(
                        "facilities",
                        "ground/directory/facilities",
                        new FacilitiesScreen(List.of(
                                new FacilitiesScreen.FacilityLine(
                                        "/office/facilities/2", "見本市民病院", "3410000002", "hospital", "undo-asked"),
                                new FacilitiesScreen.FacilityLine(
                                        "/office/facilities/3", "架空医科大学附属病院", "3410000003", "hospital", "")))),
                screen("facility", "ground/directory/facility", facility()));
    }

    private static FacilityScreen facility() {
        return new FacilityScreen(
                "same-person",
                "/office/facilities/2",
                "見本市民病院",
                "3410000002",
                "hospital",
                TODAY,
                List.of(
                        new FormerName(TODAY.plusMonths(5), "3410000022", "見本市立病院", "見本市"),
                        new FormerName(TODAY.minusYears(1), "3410000002", "見本市民病院", "見本市"),
                        new FormerName(TODAY.minusYears(9), "3410000009", "見本病院", "見本会")),
                new FormerName(TODAY, "3410000002", "見本市民病院", "見本市"),
                new TypedForm(Map.of("since", "", "code", "3410000003"), Map.of("since", "day", "code", "code-taken")),
                new TypedForm(
                        Map.of("rules", "successor", "why", "合意書"), Map.of("rules", "records-first", "on", "day")),
                List.of(
                        succession(SuccessionState.AGREED, "undo", false, TODAY.minusDays(3)),
                        succession(SuccessionState.UNDO_ASKED, "", true, TODAY.minusYears(2))),
                true);
    }

    private static FacilityScreen.SuccessionLine succession(
            SuccessionState state, String act, boolean refusal, LocalDate on) {
        return new FacilityScreen.SuccessionLine(
                "/office/successions/7",
                "見本市民病院",
                "架空医科大学附属病院",
                on,
                state,
                List.of("records", "cards"),
                "predecessor",
                "承継の合意書（令和8年10月1日）",
                "運用 一郎",
                act,
                refusal);
    }

    private static Screen screen(String name, String template, Object page) {
        return new Screen(name, template, Preview.OPERATOR, "/office/facilities", Map.of("page", page));
    }
}

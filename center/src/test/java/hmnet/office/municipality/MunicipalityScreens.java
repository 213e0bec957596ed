package hmnet.office.municipality;

import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.office.municipality.ResidentLists.Refusal;
import hmnet.office.municipality.ResidentLists.ResidentList;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pages about resident lists (住民情報の下見).
public final class MunicipalityScreens {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 21);
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-11-21T10:15:00+09:00");

    private MunicipalityScreens() {}

    public static List<Screen> all() {
        return List.of(
                screen(
                        "residents",
                        new ResidentsScreen(
                                "columns", null, DAY, 90, 32, List.of(list(null), list(AT)), null, List.of())),
                screen(
                        "residents-taken",
                        new ResidentsScreen(
                                null,
                                "taken",
                                DAY,
                                90,
                                32,
                                List.of(),
                                list(null),
                                List.of(new Refusal(7, "my-number"), new Refusal(12, "birth")))),
                screen(
                        "residents-forgotten",
                        new ResidentsScreen(null, null, DAY, 90, 32, List.of(), list(AT), List.of())));
    }

    private static ResidentList list(@Nullable OffsetDateTime forgotten) {
        return new ResidentList(1, "架空市", DAY.minusDays(20), AT, true, 36_850, 1_204, 2, 311, DAY, forgotten);
    }

    private static Screen screen(String name, Object page) {
        return new Screen(
                name, "office/municipality/residents", Preview.OPERATOR, "/office/residents", Map.of("page", page));
    }
}

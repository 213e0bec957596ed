package hmnet.office.portal;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.ground.design.Visitor;
import hmnet.office.incidents.MixedNotice;
import hmnet.people.patients.PersonId;
import hmnet.record.corrections.Correction;
import hmnet.record.corrections.CorrectionNotice;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The entry page for each role (入口の下見).
public final class PortalScreens {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);

    private PortalScreens() {}

    public static List<Screen> all() {
        var visiting = List.of(
                person("試験 花子", "シケン ハナコ", new Holdings(3, TODAY.minusDays(1), true, true)),
                person("例示 次郎", "レイジ ジロウ", new Holdings(0, null, true, true)));
        var linked = List.of(
                person("架空 𠮷三", "カクウ キチゾウ", new Holdings(2, TODAY.minusDays(12), false, false)),
                person("雛形 﨑子", "ヒナガタ サキコ", new Holdings(1, TODAY.minusDays(200), false, false)));
        return List.of(
                screen(
                        "home-doctor",
                        Preview.DOCTOR,
                        new HomeScreen(TODAY, true, false, null, notices(), mixed(), visiting, linked, Map.of())),
                screen(
                        "home-misread",
                        Preview.DOCTOR,
                        new HomeScreen(
                                TODAY, true, false, "not-a-card", List.of(), List.of(), List.of(), linked, Map.of())),
                screen(
                        "home-desk",
                        Preview.DESK,
                        new HomeScreen(
                                TODAY,
                                true,
                                false,
                                null,
                                List.of(),
                                List.of(),
                                List.of(person("試験 花子", "シケン ハナコ", null), person("撤回 花子", "テッカイ ハナコ", null)),
                                List.of(),
                                Map.of("/desk", 1L))),
                screen(
                        "home-operator",
                        Preview.OPERATOR,
                        new HomeScreen(
                                TODAY,
                                false,
                                false,
                                null,
                                List.of(),
                                List.of(),
                                List.of(),
                                List.of(),
                                Map.of("/intake/quarantine", 12L, "/reviews", 3L, "/office/batches", 0L))),
                screen(
                        "home-emergency",
                        new Visitor("見本 次郎", "ひな形消防本部", "paramedic", Set.of()),
                        new HomeScreen(
                                TODAY, false, true, null, List.of(), List.of(), List.of(), List.of(), Map.of())));
    }

    private static List<MixedNotice> mixed() {
        var until = OffsetDateTime.parse("2026-11-20T18:02:00+09:00");
        return List.of(new MixedNotice(1, PersonId.fresh(), "例示　次郎", until.minusDays(9), until));
    }

    private static List<CorrectionNotice> notices() {
        var at = OffsetDateTime.parse("2026-11-20T22:14:00+09:00");
        return List.of(
                new CorrectionNotice(
                        List.of(1L),
                        PersonId.fresh(),
                        "試験　花子",
                        "見本市民病院",
                        List.of(RecordKind.PRESCRIPTION),
                        Correction.RETRACTED,
                        at),
                new CorrectionNotice(
                        List.of(2L, 3L),
                        PersonId.fresh(),
                        "架空　𠮷三",
                        "架空医科大学附属病院",
                        List.of(RecordKind.LABORATORY, RecordKind.LAB_SAFETY),
                        Correction.CORRECTED,
                        at.minusHours(3)));
    }

    private static LinkedPerson person(String name, String kana, @Nullable Holdings holdings) {
        return new LinkedPerson(
                holdings == null ? null : "/people/x1",
                name,
                kana,
                LocalDate.of(1948, 4, 12),
                78,
                "female",
                "見本市 ひな形町",
                holdings,
                name.startsWith("撤回") ? "consent-withdrawn" : null);
    }

    private static Screen screen(String name, Visitor visitor, HomeScreen page) {
        return new Screen(name, "office/portal/home", visitor, "/", Map.of("page", page));
    }
}

package hmnet.consent.thirdparty;

import hmnet.consent.mypages.OwnScreens;
import hmnet.consent.thirdparty.ThirdPartyScreen.ProvisionParty;
import hmnet.consent.thirdparty.ThirdPartyScreen.ThirdPartyLine;
import hmnet.consent.thirdparty.ThirdPartyScreen.ThirdPartyList;
import hmnet.consent.thirdparty.ThirdPartyScreen.ThirdPartySubject;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Screen;
import hmnet.ground.design.TypedForm;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// The records of provision (第三者提供の記録の下見).
public final class ThirdPartyScreens {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final ProvisionParty CLINIC = new ProvisionParty("見本診療所", "広島県架空市一丁目", "見本会");
    private static final ThirdPartyList LIST = new ThirdPartyList(
            "見本　花子",
            LocalDate.of(1950, 2, 28),
            DAY.minusYears(1),
            DAY,
            List.of(
                    new ThirdPartyLine(
                            DAY,
                            new ProvisionParty("見本中央病院", "", "架空市"),
                            CLINIC,
                            List.of(RecordKind.ALLERGY, RecordKind.PRESCRIPTION, RecordKind.LABORATORY),
                            ProvisionGround.CONSENT,
                            DAY.minusDays(30),
                            3,
                            false),
                    new ThirdPartyLine(DAY.minusDays(3), null, CLINIC, List.of(), ProvisionGround.LIFE, null, 1, true)),
            false);

    private ThirdPartyScreens() {}

    public static List<Screen> all() {
        var subject = new ThirdPartySubject("見本　花子", "ミホン　ハナコ", LocalDate.of(1950, 2, 28), "a.b.0.1.c");
        return List.of(
                office("third-party", new ThirdPartyScreen(null, List.of(), TypedForm.NOTHING, Map.of(), null)),
                office(
                        "third-party-form",
                        new ThirdPartyScreen(
                                "form",
                                List.of(subject),
                                new TypedForm(
                                        Map.of("from", "2026-11-01"), Map.of("until", "until", "reason", "reason")),
                                Map.of(),
                                null)),
                office(
                        "third-party-list",
                        new ThirdPartyScreen(null, List.of(), TypedForm.NOTHING, Map.of("card", "a.b"), LIST)),
                new Screen(
                        "own-third-party",
                        "consent/thirdparty/own",
                        null,
                        "/my/third-party",
                        Map.of("whose", OwnScreens.OWN, "page", LIST)));
    }

    private static Screen office(String name, ThirdPartyScreen page) {
        return new Screen(name, "consent/thirdparty/third-party", null, "/third-party", Map.of("page", page));
    }
}

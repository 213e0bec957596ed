package hmnet.ground.cardsignin;

import hmnet.ground.cardsignin.OwnCertificatesScreen.FoundCertificate;
import hmnet.ground.design.Preview;
import hmnet.ground.design.Screen;
import hmnet.ground.design.Visitor;
import hmnet.ground.personcertificates.FacilityDevices.FacilityDevice;
import hmnet.ground.personcertificates.PersonCards.PersonCard;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The pages of cards and devices (カード・証明書サインインの下見).
public final class CertificateScreens {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-26T09:00:00+09:00");
    private static final String DOOR = "https://hmnet.example:8444/signin/certificate/door?to=";
    private static final String NAME = "serialNumber=D000001,CN=HIROSHIMA TARO,OU=TEST ONLY,O=TEST Healthcare PKI,C=JP";
    private static final FoundCertificate CARD = new FoundCertificate(NAME, "Medical Doctor", "1f03", NOW.plusYears(5));
    private static final PersonCard REGISTERED = new PersonCard(
            7,
            "見本 花子",
            "doctor2",
            NAME,
            "Medical Doctor",
            "1f03",
            NOW.plusYears(5),
            NOW.minusMonths(2),
            NOW.minusDays(1));

    private CertificateScreens() {}

    public static List<Screen> all() {
        return List.of(
                signIn("certificate", null, null, null, ""),
                signIn("certificate-card", null, "見本 花子", "見本市民病院", NAME),
                signIn("certificate-device", "signin.wrong", null, "見本市民病院", "CN=clinic-b pc01"),
                signIn("certificate-refused", "cardsignin.refused.revoked", null, null, ""),
                screen(
                        "own-cards",
                        "ground/cardsignin/own",
                        Preview.DOCTOR,
                        new OwnCertificatesScreen(null, "ended", List.of(REGISTERED), CARD, false, DOOR + "own")),
                screen(
                        "own-cards-none",
                        "ground/cardsignin/own",
                        Preview.DESK,
                        new OwnCertificatesScreen("cardsignin.refused.signature", null, List.of(), null, true, null)),
                screen(
                        "facility-certificates",
                        "ground/cardsignin/facility",
                        Preview.OPERATOR,
                        new FacilityCertificatesScreen(
                                "cardsignin.facility.label-missing",
                                "added",
                                "見本市民病院",
                                "3410000002",
                                true,
                                true,
                                List.of(device("外来 2 診 PC", null), device("受付 1", NOW.minusHours(2))),
                                List.of(REGISTERED),
                                new FoundCertificate("CN=clinic-b pc02", "", "2a", NOW.plusYears(2)),
                                DOOR + "device")));
    }

    private static FacilityDevice device(String label, @Nullable OffsetDateTime used) {
        return new FacilityDevice(3, label, "CN=clinic-b pc01", "2a", NOW.plusYears(2), NOW.minusMonths(1), used);
    }

    private static Screen signIn(
            String name, @Nullable String problem, @Nullable String holder, @Nullable String facility, String subject) {
        var page = new CertificateScreen(problem, 0, holder, facility, subject, "/", DOOR + "sign-in");
        return screen(name, "ground/cardsignin/certificate", null, page);
    }

    private static Screen screen(String name, String template, @Nullable Visitor visitor, Object page) {
        return new Screen(name, template, visitor, "/sign-in-certificates", Map.of("page", page));
    }
}

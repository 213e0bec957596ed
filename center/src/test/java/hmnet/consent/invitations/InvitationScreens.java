package hmnet.consent.invitations;

import hmnet.consent.mypages.OwnScreens;
import hmnet.consent.notices.ConsentNotice;
import hmnet.ground.design.Preview;
import hmnet.ground.design.QrText;
import hmnet.ground.design.Screen;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A code on the screen of a facility, and on the telephone of who scanned it (つながりの案内の下見).
public final class InvitationScreens {
    private static final InvitationCode CODE = new InvitationCode("2ABC3DEF4GHJ");
    private static final ConsentNotice NOTICE = new ConsentNotice(
            ConsentNotice.FIRST,
            "地域医療情報連携ネットワークのご説明",
            "診療を担当する施設が、診療に必要な情報を見られるようにするものです。",
            LocalDate.of(2026, 4, 1),
            false);
    private static final Facility CLINIC = new Facility(
            new FacilityId(12),
            "3410000012",
            FacilityKind.CLINIC,
            "ひな形内科クリニック",
            "",
            "",
            "広島県架空市二丁目",
            Direction.DISCLOSE_AND_VIEW,
            "",
            false,
            null);

    private InvitationScreens() {}

    public static List<Screen> all() {
        return List.of(
                new Screen(
                        "invite", "consent/invitations/invite", Preview.DESK, "/invitations", Map.of("tooMany", true)),
                shown("invitation", false),
                shown("invitation-taken", true),
                link("own-link-empty", Map.of("code", "", "agrees", false, "notice", NOTICE, "whose", OwnScreens.OWN)),
                link(
                        "own-link",
                        Map.of(
                                "code",
                                CODE.printed(),
                                "whose",
                                OwnScreens.OWN,
                                "agrees",
                                false,
                                "notice",
                                NOTICE,
                                "facility",
                                CLINIC,
                                "problem",
                                "position")),
                link(
                        "own-link-again",
                        Map.of(
                                "code",
                                CODE.printed(),
                                "agrees",
                                true,
                                "notice",
                                NOTICE,
                                "facility",
                                CLINIC,
                                "whose",
                                OwnScreens.OWN)));
    }

    private static Screen shown(String name, boolean taken) {
        return new Screen(
                name,
                "consent/invitations/shown",
                Preview.DESK,
                "/invitations/" + CODE.value(),
                Map.of(
                        "code",
                        CODE,
                        "until",
                        OffsetDateTime.parse("2026-11-21T10:12:00+09:00"),
                        "qr",
                        QrText.of("https://hmnet.example.jp/my/link?code=" + CODE.value()),
                        "taken",
                        taken));
    }

    private static Screen link(String name, Map<String, Object> model) {
        var whole = new HashMap<>(model);
        whole.put("takes", "https://hmnet.example.jp/my/link?code=");
        return new Screen(name, "consent/invitations/link", null, "/my/link", whole);
    }
}

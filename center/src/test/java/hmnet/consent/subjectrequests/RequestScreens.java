package hmnet.consent.subjectrequests;

import hmnet.consent.mypages.OwnScreens;
import hmnet.consent.subjectrequests.OwnRequestsScreen.OwnRequest;
import hmnet.consent.subjectrequests.RequestDeskScreen.HolderChoice;
import hmnet.consent.subjectrequests.RequestDeskScreen.HolderLine;
import hmnet.consent.subjectrequests.RequestDeskScreen.RequestSubject;
import hmnet.consent.subjectrequests.RequestDeskScreen.WaitingRequest;
import hmnet.ground.design.Screen;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The desk of requests and the resident's own page (開示等の請求の下見).
public final class RequestScreens {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 2);
    private static final UUID ID = UUID.fromString("0f5d3b1c-0000-4000-8000-000000000001");
    private static final List<HolderChoice> HOLDERS =
            List.of(new HolderChoice("12", "見本中央病院"), new HolderChoice("13", "見本診療所"));

    private RequestScreens() {}

    public static List<Screen> all() {
        return List.of(
                desk("requests", waiting(), "/requests"),
                desk("requests-take", taken(), "/requests"),
                one(
                        "request",
                        request(null, null),
                        new TypedForm(Map.of("outcome", "refused"), Map.of("ground", "ground"))),
                one("request-answered", request("refused", RefusalGround.NOT_WRONG), TypedForm.NOTHING),
                new Screen(
                        "own-requests",
                        "consent/subjectrequests/own",
                        null,
                        "/my/requests",
                        Map.of(
                                "whose",
                                OwnScreens.OWN,
                                "page",
                                new OwnRequestsScreen(
                                        "received",
                                        List.of(
                                                new OwnRequest(request(null, null), "見本中央病院"),
                                                new OwnRequest(request("refused", RefusalGround.NOT_WRONG), "見本中央病院")),
                                        HOLDERS,
                                        TypedForm.NOTHING))));
    }

    private static RequestDeskScreen waiting() {
        return new RequestDeskScreen(
                null,
                "received",
                List.of(
                        new WaitingRequest(
                                ID.toString(),
                                "見本　花子",
                                RequestKind.CORRECTION,
                                DAY.minusDays(40),
                                DAY.minusDays(10),
                                true),
                        new WaitingRequest(
                                ID.toString(), "見本　太郎", RequestKind.DISCLOSURE, DAY, DAY.plusDays(30), false)),
                List.of(new HolderLine("見本中央病院", 12, 3), new HolderLine("見本診療所", 1, 0)),
                List.of(),
                List.of(),
                TypedForm.NOTHING);
    }

    private static RequestDeskScreen taken() {
        return new RequestDeskScreen(
                "form",
                null,
                List.of(),
                List.of(),
                List.of(new RequestSubject("見本　花子", "ミホン　ハナコ", LocalDate.of(1950, 2, 28), "a.b.0.1.c")),
                HOLDERS,
                new TypedForm(
                        Map.of("kind", "correction", "askedBy", "proxy"), Map.of("check", "check", "words", "words")));
    }

    private static SubjectRequest request(@Nullable String outcome, @Nullable RefusalGround ground) {
        return new SubjectRequest(
                ID,
                new PersonId(ID),
                RequestKind.CORRECTION,
                new FacilityId(12),
                null,
                "self",
                "paper",
                "11月2日の処方にある薬は、飲んでいません。\n別の方の処方だと思います。",
                DAY,
                DAY.plusDays(60),
                "古い紙のカルテを探しています。",
                RequestOutcome.read(outcome),
                ground,
                outcome == null ? null : "処方箋の写しと、薬局の記録で確かめました。",
                outcome == null ? null : OffsetDateTime.parse("2026-11-20T10:00:00+09:00"),
                "staff:1");
    }

    private static Screen desk(String name, RequestDeskScreen page, String path) {
        return new Screen(name, "consent/subjectrequests/desk", null, path, Map.of("page", page));
    }

    private static Screen one(String name, SubjectRequest one, TypedForm form) {
        return new Screen(
                name,
                "consent/subjectrequests/request",
                null,
                "/requests/" + ID,
                Map.of(
                        "page",
                        new RequestScreen(
                                one,
                                "見本　花子",
                                LocalDate.of(1950, 2, 28),
                                "見本中央病院",
                                one.open(),
                                List.of(new HolderChoice("", "地域連携ネットワーク事務局"), HOLDERS.getLast()),
                                null,
                                form)));
    }
}

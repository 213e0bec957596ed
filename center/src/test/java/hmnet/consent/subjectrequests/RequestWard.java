package hmnet.consent.subjectrequests;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.emergency.EmergencyWard;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.protection.Protections;
import hmnet.consent.proxies.Proxies;
import hmnet.ground.audit.AccessLogEntry;
import hmnet.ground.audit.Action;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.Browser;
import hmnet.ground.signin.SignedIn;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// A hospital that has sent records of somebody with a card, its desk, and what they ask (開示等の請求の試験の場).
abstract class RequestWard extends EmergencyWard {
    static final String WORDS = "11月2日の処方は、飲んでいない薬です。";

    @Autowired
    SubjectRequests requests;

    @Autowired
    Protections protections;

    @Autowired
    Proxies proxies;

    final LocalDate today = LocalDate.now(ZoneId.of("Asia/Tokyo"));
    Carried whom;
    Browser hospital;

    @BeforeEach
    void aHospitalHasSentRecords() {
        whom = carried(ConsentChoice.EVERYTHING);
        hospital = desk(whom.hospital(), Profession.RECEPTION);
    }

    Browser desk(FacilityId facility, Profession profession) {
        var login = "asks" + number();
        var id = staff.register(facility, login, "窓口 花子", "マドグチ ハナコ", profession, true);
        return SignedIn.browser(port, signInAccounts, id, login);
    }

    Browser officeDesk() {
        return desk(facility(FacilityKind.OFFICE), Profession.OPERATOR);
    }

    Map<String, String> paper(Browser desk, String who, RequestKind kind) {
        var form = new HashMap<>(Map.of(
                "kind",
                kind.word(),
                "askedBy",
                "self",
                "check",
                "licence",
                "received",
                today.minusDays(3).toString(),
                "words",
                WORDS));
        form.put("card", ticket(desk.post("/requests/search", Map.of("who", who, "birth", BORN))));
        return form;
    }

    Map<String, String> own(RequestKind kind, String holder) {
        return Map.of("kind", kind.word(), "holder", holder, "words", WORDS);
    }

    SubjectRequest only() {
        assertThat(requests.of(whom.person())).hasSize(1);
        return requests.of(whom.person()).getFirst();
    }

    /// Asked on the person's own page, of the hospital.
    String asked(RequestKind kind) {
        signedIn(whom.card())
                .post("/my/requests", own(kind, Long.toString(whom.hospital().value())));
        return "/requests/" + only().id();
    }

    List<String> steps() {
        return entries(whom.person(), Action.SUBJECT_REQUEST).stream()
                .map(AccessLogEntry::outcome)
                .toList()
                .reversed();
    }

    static Map<String, String> refusal(String ground, String words) {
        return Map.of("outcome", "refused", "ground", ground, "words", words);
    }
}

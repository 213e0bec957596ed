package hmnet.ground.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.Profession;
import hmnet.ground.mtls.Issued;
import hmnet.ground.mtls.Machines;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Cards and devices are registered and ended by those whose they are, their desk and the office.
class CertificateEnrolmentTest extends CertificateCentre {
    private static final Pattern NUMBER = Pattern.compile("name=\"(?:card|number)\" value=\"(\\d+)\"");

    private static String number(String page) {
        var found = NUMBER.matcher(page);
        assertThat(found.find()).as("something to end").isTrue();
        return found.group(1);
    }

    private Browser signedInWith(Issued card) {
        var browser = browser();
        show(browser, card, "");
        saysYes(browser);
        return browser;
    }

    @Test
    void registeringAsksForACodeAndForAFreshReading() {
        var doctor = doctor();
        var browser = signedIn(doctor);
        var card = card("Medical Doctor");
        assertThat(browser.post("/sign-in-certificates", Map.of("code", doctor.code(0)))
                        .body())
                .contains("もう一度、カード・証明書を読み取ってください");
        show(browser, card, "?to=own");
        assertThat(browser.get("/sign-in-certificates").body())
                .contains("読み取ったカード")
                .contains("Medical Doctor");
        assertThat(browser.post("/sign-in-certificates", Map.of("code", "000000"))
                        .body())
                .contains("確認コードが違うか");
        assertThat(browser.get("/sign-in-certificates").body()).contains("登録したカードはありません");
        assertThat(logged("sign-in-refused", "certificate-not-registered", fingerprint(card)))
                .as("a card that is about to be registered was not turned away")
                .isEmpty();
    }

    @Test
    void whoIsNotSignedInRegistersNothing() {
        assertThat(location(browser().get("/sign-in-certificates"))).startsWith("/signin");
        assertThat(browser().post("/sign-in-certificates", Map.of("code", "1")).statusCode())
                .isEqualTo(401);
        var doctor = signedIn(doctor());
        assertThat(doctor.get("/sign-in-certificates/facility").statusCode()).isEqualTo(404);
        assertThat(doctor.post("/sign-in-certificates/facility/end", Map.of("kind", "card", "number", "1"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void aCardIsOneAccountsOnly() {
        var card = card("Medical Doctor");
        var first = withCard(Profession.DOCTOR, card);
        var second = doctor();
        var browser = signedIn(second);
        show(browser, card, "?to=own");
        assertThat(browser.post("/sign-in-certificates", Map.of("code", second.code(0)))
                        .body())
                .contains("すでに登録されているカードです");
        assertThat(whoIs(signedInWith(card))).isEqualTo(first.login());
    }

    @Test
    void theHolderEndsTheCardAndWhatItOpened() {
        var card = card("Medical Doctor");
        var doctor = withCard(Profession.DOCTOR, card);
        var screen = signedInWith(card);
        var other = signedIn(doctor());
        var own = number(screen.get("/sign-in-certificates").body());
        assertThat(other.post("/sign-in-certificates/end", Map.of("card", own)).statusCode())
                .as("somebody else's")
                .isEqualTo(404);
        assertThat(whoIs(screen)).isEqualTo(doctor.login());
        assertThat(location(screen.post("/sign-in-certificates/end", Map.of("card", own))))
                .isEqualTo("/sign-in-certificates?done=ended");
        assertThat(whoIs(screen)).as("the session that began with it").isEqualTo("nobody");
        assertThat(told(card)).contains("登録されていない証明書です");
        assertThat(logged("sign-in-certificate", "ended", fingerprint(card))).hasSize(1);
    }

    @Test
    void theDeskEndsACardOfItsFacilityAndOfNoOther() {
        var card = card("Medical Doctor");
        var doctor = withCard(Profession.DOCTOR, card);
        var screen = signedInWith(card);
        var own = number(screen.get("/sign-in-certificates").body());
        var stranger = signedIn(desk());
        var end = Map.of("kind", "card", "number", own);
        assertThat(stranger.post("/sign-in-certificates/facility/end", end).statusCode())
                .isEqualTo(404);
        var facility =
                facilities.get(staff.byLogin(doctor.login()).orElseThrow().facility());
        var there = Map.of("kind", "card", "number", own, "facility", facility.code());
        assertThat(stranger.post("/sign-in-certificates/facility/end", there).statusCode())
                .isEqualTo(404);
        assertThat(whoIs(screen)).isEqualTo(doctor.login());
        var office = signedIn(person(Profession.OPERATOR, false));
        assertThat(office.get("/sign-in-certificates/facility?facility=" + facility.code())
                        .body())
                .contains(doctor.login());
        assertThat(office.post("/sign-in-certificates/facility/end", there).statusCode())
                .isEqualTo(303);
        assertThat(whoIs(screen)).isEqualTo("nobody");
    }

    @Test
    void whoeverLosesTheAccountLosesTheCard() {
        var card = card("Medical Doctor");
        var doctor = withCard(Profession.DOCTOR, card);
        var screen = signedInWith(card);
        context.getBean(org.springframework.transaction.support.TransactionTemplate.class)
                .executeWithoutResult(status -> accounts.end(doctor.staff()));
        assertThat(whoIs(screen)).isEqualTo("nobody");
        assertThat(told(card)).contains("登録されていない証明書です");
    }

    /// S002: possession and knowledge. The code stays at home.
    @Test
    void atAFacilitysDeviceAPasswordIsEnough() {
        var device = device("clinic pc01");
        var desk = withDevice(device);
        var browser = browser();
        assertThat(browser.get(show(browser, device, "")).body())
                .contains("の端末です")
                .contains("clinic pc01");
        assertThat(saysYes(browser).statusCode())
                .as("a device alone is no person")
                .isEqualTo(422);
        show(browser, device, "");
        assertThat(addsPassword(browser, desk, "something else entirely").body())
                .contains("利用者 ID かパスワードが違います");
        assertThat(location(addsPassword(browser, desk, desk.password()))).isEqualTo("/sample/me");
        assertThat(whoIs(browser)).isEqualTo(desk.login());
        assertThat(logged("sign-in\"", "\"factor\":\"device\"", fingerprint(device)))
                .hasSize(1);
        revoked(device);
        sweepSessions();
        assertThat(whoIs(browser)).isEqualTo("nobody");
    }

    /// A008.
    @Test
    void aDeviceOfOneFacilityIsNoFactorForPeopleOfAnother() {
        var device = device("clinic pc02");
        withDevice(device);
        var elsewhere = doctor();
        var browser = browser();
        show(browser, device, "");
        var refused = addsPassword(browser, elsewhere, elsewhere.password());
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(refused.body()).contains("利用者 ID かパスワードが違います");
        assertThat(whoIs(browser)).isEqualTo("nobody");
        assertThat(logged("sign-in-refused", "device-other-facility", fingerprint(device)))
                .hasSize(1);
    }

    /// A003: what a facility's CA writes into a certificate makes nobody a doctor.
    @Test
    void aQualificationInADevicesCertificateIsNotRead() {
        var escalates = personCas().devices().issue(hmnet.ground.personcertificates.PersonWish.card("Medical Doctor"));
        var doctor = doctor();
        var browser = signedIn(doctor);
        show(browser, escalates, "?to=own");
        assertThat(browser.get("/sign-in-certificates").body()).contains("施設の端末の証明書です");
        assertThat(browser.post("/sign-in-certificates", Map.of("code", doctor.code(0)))
                        .statusCode())
                .isEqualTo(422);
        var desk = withDevice(escalates);
        var screen = browser();
        show(screen, escalates, "");
        addsPassword(screen, desk, desk.password());
        assertThat(staff.byLogin(whoIs(screen)).orElseThrow().profession()).isEqualTo(Profession.RECEPTION);
    }

    /// A005, A053.
    @Test
    void namesInACertificateAreShownAsTextAndFindNobody() {
        var inject = device("clinic-b' OR 1=1 --<script>alert(1)</script>,OU=3411234567");
        var desk = withDevice(inject);
        var page = told(inject);
        assertThat(page).doesNotContain("<script>alert").contains("&lt;script\\&gt;alert(1)");
        var list =
                signedInAt(inject, desk).get("/sign-in-certificates/facility").body();
        assertThat(list).doesNotContain("<script>alert").contains("&lt;script\\&gt;alert(1)");
    }

    private Browser signedInAt(Issued device, SignedUp person) {
        var browser = browser();
        show(browser, device, "");
        addsPassword(browser, person, person.password());
        return browser;
    }

    @Test
    void aMachinesCertificateBecomesNoDevice() {
        var machine = device("gateway");
        var desk = desk();
        facilities.registerCertificate(
                staff.byLogin(desk.login()).orElseThrow().facility(),
                Machines.fingerprint(machine.certificate()),
                "1",
                OffsetDateTime.now(ZoneOffset.UTC).plusDays(1));
        var browser = signedIn(desk);
        show(browser, machine, "?to=device");
        var answer = browser.post("/sign-in-certificates/facility", Map.of("label", "x", "code", desk.code(0)));
        assertThat(answer.body()).contains("送信機の証明書です");
        assertThat(told(machine)).contains("施設の送信機の証明書です");
    }

    @Test
    void theDeskEndsADeviceAndItsSessions() {
        var device = device("stolen pc");
        var desk = withDevice(device);
        var screen = signedInAt(device, desk);
        var page = screen.get("/sign-in-certificates/facility").body();
        assertThat(page).contains("外来 2 診 PC");
        var end = Map.of("kind", "device", "number", number(page));
        assertThat(signedIn(desk())
                        .post("/sign-in-certificates/facility/end", end)
                        .statusCode())
                .as("another facility's desk")
                .isEqualTo(404);
        assertThat(screen.post("/sign-in-certificates/facility/end", end).statusCode())
                .isEqualTo(303);
        assertThat(whoIs(screen)).isEqualTo("nobody");
        assertThat(told(device)).contains("登録されていない証明書です");
    }
}

package hmnet.ground.signin;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.directory.Direction;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.mtls.Issued;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A fire service whose crews come in from registered devices, for one shift.
class CrewShiftTest extends CertificateCentre {
    private static final AtomicInteger NUMBER = new AtomicInteger(970_000);
    private static final String PAGE = "/office/crew-devices";
    private static final Pattern WAITS =
            Pattern.compile("<strong>救急隊の端末</strong> <b class=\"errand-waiting some\">[1-9]");

    private FacilityId service;
    private Issued device;

    @BeforeEach
    void aFireServiceHasADevice() {
        service = service();
        device = device("pa-1");
        var desk = member(service, Profession.RECEPTION, true);
        var browser = signedIn(desk);
        show(browser, device, "?to=device");
        assertThat(location(
                        browser.post("/sign-in-certificates/facility", Map.of("label", "救急 1", "code", desk.code(0)))))
                .endsWith("?done=added");
    }

    private FacilityId service() {
        var number = NUMBER.incrementAndGet();
        return facilities.register(
                new Facility(
                        new FacilityId(0),
                        String.valueOf(number),
                        FacilityKind.FIRE_COMMAND,
                        "見本消防 " + number,
                        "ミホンショウボウ",
                        "",
                        "",
                        Direction.EMERGENCY,
                        "HM",
                        false,
                        null),
                "見本市");
    }

    private SignedUp member(FacilityId facility, Profession profession, boolean desk) {
        var number = NUMBER.incrementAndGet();
        var login = "crew" + number;
        var id = staff.register(facility, login, "見本 隊員", "ミホン タイイン", profession, desk);
        var secret = new byte[20];
        ThreadLocalRandom.current().nextBytes(secret);
        var password = "correct horse battery " + number;
        accounts.give(id, password, secret, false);
        return new SignedUp(id, login, password, secret);
    }

    private Browser operator() {
        return signedIn(person(Profession.OPERATOR, false));
    }

    private String change(FacilityId facility, String hours) {
        var path = PAGE + "/" + facility.value() + "/change";
        var asked = location(operator().post(path, Map.of("hours", hours, "why", "消防との取り決め")));
        return asked.endsWith("done=asked") ? location(operator().post(path + "/agreement", Map.of())) : asked;
    }

    private Browser atTheDevice(SignedUp crew) {
        var browser = browser();
        show(browser, device, "");
        assertThat(addsPassword(browser, crew, crew.password()).statusCode()).isEqualTo(303);
        return browser;
    }

    private void hoursAgo(SignedUp crew, int hours) {
        db.sql("update signin_session set created_at = created_at - make_interval(hours => ?) where staff = ?")
                .params(hours, crew.staff().value())
                .update();
    }

    private double hoursLeft(SignedUp crew) {
        return db.sql("select extract(epoch from ends_at - now()) / 3600 from signin_session where staff = ?")
                .param(crew.staff().value())
                .query(Double.class)
                .single();
    }

    @Test
    void aCrewOnAnotherBrowserHearsWhyAndHowItComesIn() {
        var crew = member(service, Profession.PARAMEDIC, false);
        var browser = signedIn(crew);
        assertThat(browser.get("/emergency").statusCode()).as("before").isEqualTo(200);
        assertThat(change(service, "12")).isEqualTo(PAGE + "?done=changed");
        var refused = browser.get("/emergency");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("登録した端末に証明書でサインイン", "/signin/certificate?return=/emergency", "窓口がその端末で登録");
        assertThat(browser.get("/emergency/code").statusCode()).isEqualTo(403);
        assertThat(browser.post("/emergency/search", Map.of("who", "x")).statusCode())
                .isEqualTo(403);
        assertThat(browser.get("/").statusCode()).as("other pages").isEqualTo(200);
        var out = atTheDevice(crew);
        assertThat(out.get("/emergency").statusCode()).isEqualTo(200);
        assertThat(out.get("/emergency/code").statusCode()).isEqualTo(200);
    }

    @Test
    void aCrewAfterItsShiftIsSignedOut() {
        change(service, "10");
        var crew = member(service, Profession.PARAMEDIC, false);
        var browser = atTheDevice(crew);
        assertThat(hoursLeft(crew)).isBetween(9.9, 10.0);
        assertThat(browser.get("/emergency").statusCode()).isEqualTo(200);
        db.sql("update signin_session set ends_at = now() where staff = ?")
                .param(crew.staff().value())
                .update();
        assertThat(location(browser.get("/emergency"))).as("over by itself").startsWith("/signin");
    }

    @Test
    void aShiftLastsLongerThanOtherSignInsWhereItIsSetSo() {
        change(service, "24");
        var crew = member(service, Profession.PARAMEDIC, false);
        var browser = atTheDevice(crew);
        assertThat(hoursLeft(crew)).isBetween(23.9, 24.0);
        assertThat(browser.get("/emergency").statusCode()).isEqualTo(200);
    }

    @Test
    void aShiftThatWasShortenedMeanwhileEndsAtTheNextRequest() {
        change(service, "12");
        var crew = member(service, Profession.PARAMEDIC, false);
        var browser = atTheDevice(crew);
        hoursAgo(crew, 9);
        assertThat(browser.get("/emergency").statusCode()).isEqualTo(200);
        assertThat(change(service, "8")).isEqualTo(PAGE + "?done=changed");
        var refused = browser.get("/emergency");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("勤務の時間が終わったため");
        assertThat(location(browser.get("/emergency"))).as("signed out").startsWith("/signin");
    }

    @Test
    void otherFacilitiesAreAsBefore() {
        change(service, "12");
        var other = signedIn(member(service(), Profession.PARAMEDIC, false));
        assertThat(other.get("/emergency").statusCode()).isEqualTo(200);
        assertThat(change(service, "0")).as("and it can be ended").isEqualTo(PAGE + "?done=changed");
        var crew = signedIn(member(service, Profession.PARAMEDIC, false));
        assertThat(crew.get("/emergency").statusCode()).isEqualTo(200);
    }

    @Test
    void twoOperatorsSetItAndNobodyIsLockedOut() {
        var path = PAGE + "/" + service.value() + "/change";
        var first = operator();
        var missed = first.post(path, Map.of("hours", "25", "why", "打ち直さない理由"));
        assertThat(missed.statusCode()).isEqualTo(422);
        assertThat(missed.body()).contains("0 から 24 までの数字", "value=\"25\"", "value=\"打ち直さない理由\"");
        assertThat(first.post(path, Map.of("hours", "12", "why", " ")).statusCode())
                .isEqualTo(422);
        assertThat(location(first.post(path, Map.of("hours", "12", "why", "取り決め"))))
                .isEqualTo(PAGE + "?done=asked");
        assertThat(first.get(PAGE).body()).contains("ご自分の申請です", "取り決め");
        assertThat(location(first.post(path + "/agreement", Map.of()))).isEqualTo(PAGE + "?problem=second-person");
        assertThat(signedIn(member(service, Profession.PARAMEDIC, false))
                        .get("/emergency")
                        .statusCode())
                .isEqualTo(200);
        assertThat(location(operator().post(path + "/refusal", Map.of()))).isEqualTo(PAGE + "?done=refused");
        assertThat(change(service(), "12")).as("without a device").isEqualTo(PAGE + "?problem=no-device");
        assertThat(operator()
                        .post(PAGE + "/" + facilityOfAClinic() + "/change", Map.of("hours", "12", "why", "x"))
                        .statusCode())
                .as("a clinic has no crews")
                .isEqualTo(404);
    }

    @Test
    void aServiceWhoseLastDeviceRunsOutStandsOnTheOperatorsPage() {
        change(service, "12");
        runsOutInDays(31);
        assertThat(panel()).doesNotContain("最後の端末の証明書が切れます");
        runsOutInDays(29);
        assertThat(panel()).contains("30 日以内に、この施設の最後の端末の証明書が切れます");
        assertThat(operator().get("/").body()).as("a number of what waits").containsPattern(WAITS);
    }

    private void runsOutInDays(int days) {
        db.sql("update device_certificate set not_after = now() + make_interval(days => ?) where facility = ?")
                .params(days, service.value())
                .update();
    }

    private String panel() {
        var page = operator().get(PAGE).body();
        var begins = page.indexOf("id=\"crew-" + service.value() + "\"");
        return page.substring(begins, page.indexOf("</section>", begins));
    }

    private long facilityOfAClinic() {
        return staff.byLogin(doctor().login()).orElseThrow().facility().value();
    }

    @Test
    void nobodyButOperatorsComesIn() {
        assertThat(location(browser().get(PAGE))).startsWith("/signin");
        assertThat(signedIn(doctor()).get(PAGE).statusCode()).isEqualTo(404);
        var desk = signedIn(member(service, Profession.RECEPTION, true));
        assertThat(desk.get(PAGE).statusCode()).isEqualTo(404);
        assertThat(desk.post(PAGE + "/" + service.value() + "/change", Map.of("hours", "0"))
                        .statusCode())
                .isEqualTo(404);
    }
}

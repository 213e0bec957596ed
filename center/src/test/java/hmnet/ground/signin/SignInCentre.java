package hmnet.ground.signin;

import hmnet.Centre;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Staff;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A centre with a clinic whose people sign in. All tests come from one address, so its counters start afresh
/// each time.
abstract class SignInCentre extends Centre {
    private static final AtomicInteger NUMBER = new AtomicInteger(910_000);

    @Autowired
    Facilities facilities;

    @Autowired
    Staff staff;

    @Autowired
    SignInAccounts accounts;

    @Autowired
    Throttle throttle;

    @Autowired
    JdbcClient db;

    @LocalServerPort
    int port;

    @BeforeEach
    void forgetEarlierAttempts() {
        db.sql("delete from signin_throttle").update();
    }

    SignedUp doctor() {
        return person(Profession.DOCTOR, false);
    }

    SignedUp person(Profession profession, boolean initial) {
        return person(profession, initial, false);
    }

    /// Somebody of a clinic that discloses, who also keeps its desk.
    SignedUp desk() {
        return person(Profession.RECEPTION, false, true);
    }

    private SignedUp person(Profession profession, boolean initial, boolean desk) {
        var number = NUMBER.incrementAndGet();
        var clinic = facilities.register(
                new Facility(
                        new FacilityId(0),
                        String.valueOf(number),
                        FacilityKind.CLINIC,
                        "見本診療所 " + number,
                        "ミホンシンリョウジョ",
                        "",
                        "",
                        Direction.DISCLOSE_AND_VIEW,
                        "HM",
                        false,
                        null),
                "見本会");
        var login = "person" + number;
        var id = staff.register(clinic, login, "見本 花子", "ミホン ハナコ", profession, desk);
        var secret = new byte[20];
        ThreadLocalRandom.current().nextBytes(secret);
        var password = "correct horse battery " + number;
        accounts.give(id, password, secret, initial);
        return new SignedUp(id, login, password, secret);
    }

    Browser browser() {
        return new Browser(port);
    }

    /// Both factors, the second by the code of the step before, so that a test may still use today's.
    Browser signedIn(SignedUp person) {
        var browser = browser();
        showPassword(browser, person);
        passTheTurnOfTheCode();
        showCode(browser, person.code(-1));
        return browser;
    }

    /// In the last seconds of a code, the code before is too old by the time it arrives.
    private static void passTheTurnOfTheCode() {
        while (Instant.now().getEpochSecond() % 30 >= 28) {
            LockSupport.parkNanos(100_000_000);
        }
    }

    static HttpResponse<String> showPassword(Browser browser, SignedUp person) {
        return browser.post("/signin", Map.of("login", person.login(), "password", person.password()));
    }

    static HttpResponse<String> showCode(Browser browser, String code) {
        return browser.post("/signin/code", Map.of("code", code));
    }

    static String location(HttpResponse<String> answer) {
        return answer.headers().firstValue("Location").orElse("").replaceFirst("^http://[^/]+", "");
    }
}

package hmnet.ground.openid;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.Centre;
import hmnet.ground.directory.Direction;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.ground.signin.Browser;
import hmnet.ground.signin.SignInAccounts;
import hmnet.ground.signin.SignedIn;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A centre with people who sign in, and with sub-systems that two operators entered on the page for it.
public abstract class SignOnCentre extends Centre {
    private static final AtomicInteger NUMBER = new AtomicInteger(880_000);
    private static final Pattern CLIENT_ID = Pattern.compile("<code>(hmnet-[0-9a-f]{16})</code>");
    private static final Pattern SECRET = Pattern.compile("<code>([A-Za-z0-9_-]{43})</code>");

    @Autowired
    protected Facilities facilities;

    @Autowired
    protected Staff staff;

    @Autowired
    protected SignInAccounts accounts;

    @Autowired
    protected JdbcClient db;

    @LocalServerPort
    protected int port;

    private @Nullable Browser first;
    private @Nullable Browser second;

    /// Somebody of a clinic at a browser where they signed in.
    public record AtScreen(StaffId staff, String login, String facility, Browser browser) {}

    @BeforeEach
    void forgetEarlierAttempts() {
        db.sql("delete from signin_throttle").update();
    }

    protected AtScreen signedIn(Profession profession) {
        return signedIn(registered(profession));
    }

    protected AtScreen signedIn(AtScreen who) {
        return new AtScreen(
                who.staff(), who.login(), who.facility(), SignedIn.browser(port, accounts, who.staff(), who.login()));
    }

    protected AtScreen registered(Profession profession) {
        return registered(profession, false);
    }

    protected AtScreen registered(Profession profession, boolean desk) {
        var number = NUMBER.incrementAndGet();
        var clinic = facilities.register(
                new Facility(
                        new FacilityId(0),
                        String.valueOf(number),
                        FacilityKind.CLINIC,
                        "見本医院 " + number,
                        "ミホンイイン",
                        "",
                        "",
                        Direction.DISCLOSE_AND_VIEW,
                        "HM",
                        false,
                        null),
                "見本会");
        var login = "screen" + number;
        var id = staff.register(clinic, login, "見本 医子", "ミホン イコ", profession, desk);
        return new AtScreen(id, login, String.valueOf(number), new Browser(port));
    }

    protected Browser operator() {
        first = first == null ? signedIn(Profession.OPERATOR).browser() : first;
        return first;
    }

    protected Browser secondOperator() {
        second = second == null ? signedIn(Profession.OPERATOR).browser() : second;
        return second;
    }

    /// A sub-system that two operators entered.
    protected RelyingParty subSystem(String name) {
        return subSystem(name, RelyingParty.BACK.toString());
    }

    protected RelyingParty subSystem(String name, String redirect) {
        assertThat(ask(operator(), name, redirect).statusCode()).isEqualTo(303);
        var shown = secondOperator().post("/office/openid/" + number(name) + "/agreement", Map.of());
        assertThat(shown.statusCode()).as(shown.body()).isEqualTo(200);
        return new RelyingParty(port, found(CLIENT_ID, shown.body()), found(SECRET, shown.body()));
    }

    protected static HttpResponse<String> ask(Browser operator, String name, String redirects) {
        return operator.post(
                "/office/openid", Map.of("name", name, "redirects", redirects, "outs", "https://sub.example/bye"));
    }

    protected long number(String name) {
        return db.sql("select max(id) from openid_client where name = ?")
                .param(name)
                .query(Long.class)
                .single();
    }

    private static String found(Pattern pattern, String page) {
        var matcher = pattern.matcher(page);
        assertThat(matcher.find()).as(page).isTrue();
        return matcher.group(1);
    }
}

package hmnet.ground.signin;

import hmnet.ground.directory.StaffId;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/// Somebody registered in a test, signed in by both factors (試験用のサインイン).
public final class SignedIn {
    private SignedIn() {}

    public static Browser browser(int port, SignInAccounts accounts, StaffId staff, String login) {
        var secret = new byte[20];
        ThreadLocalRandom.current().nextBytes(secret);
        var person = new SignedUp(staff, login, "correct horse battery " + login, secret);
        accounts.give(staff, person.password(), secret, false);
        var browser = new Browser(port);
        browser.post("/signin", Map.of("login", login, "password", person.password()));
        browser.post("/signin/code", Map.of("code", person.code(0)));
        return browser;
    }
}

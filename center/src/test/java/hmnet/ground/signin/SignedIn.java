package hmnet.ground.signin;

import hmnet.ground.directory.StaffId;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;

/// Somebody registered in a test, signed in by both factors (試験用のサインイン).
public final class SignedIn {
    private SignedIn() {}

    public static Browser browser(int port, SignInAccounts accounts, StaffId staff, String login) {
        return signedIn(port, accounts, staff, login, 0).browser();
    }

    /// A browser, the codes that its owner's authenticator shows from the next one on, and the cookie of the session.
    public record SignedInOwner(Browser browser, IntFunction<String> codes) {
        public String cookie() {
            return browser.cookie("hmnet").orElseThrow();
        }
    }

    /// The same for somebody who is asked for codes later: signs in by the code before, so that the next one is fresh.
    public static SignedInOwner withCodes(int port, SignInAccounts accounts, StaffId staff, String login) {
        awaitFreshCode();
        return signedIn(port, accounts, staff, login, -1);
    }

    private static SignedInOwner signedIn(int port, SignInAccounts accounts, StaffId staff, String login, int steps) {
        var secret = new byte[20];
        ThreadLocalRandom.current().nextBytes(secret);
        var person = new SignedUp(staff, login, "correct horse battery " + login, secret);
        accounts.give(staff, person.password(), secret, false);
        var browser = new Browser(port);
        browser.post("/signin", Map.of("login", login, "password", person.password()));
        browser.post("/signin/code", Map.of("code", person.code(steps)));
        return new SignedInOwner(browser, person::code);
    }

    /// The code before this one ends with its thirty seconds.
    private static void awaitFreshCode() {
        var left = 30_000 - System.currentTimeMillis() % 30_000;
        if (left < 3_000) {
            try {
                Thread.sleep(left + 50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

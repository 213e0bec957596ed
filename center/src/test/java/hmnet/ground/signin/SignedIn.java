package hmnet.ground.signin;

import hmnet.ground.directory.StaffId;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.IntFunction;

/// Somebody registered in a test, signed in by both factors (試験用のサインイン).
public final class SignedIn {
    private SignedIn() {}

    public static Browser browser(int port, SignInAccounts accounts, StaffId staff, String login) {
        return withCodes(port, accounts, staff, login).browser();
    }

    /// A browser, and the codes that its owner's authenticator shows from the next one on.
    public record SignedInOwner(Browser browser, IntFunction<String> codes) {}

    /// The same for somebody who is asked for codes later.
    public static SignedInOwner withCodes(int port, SignInAccounts accounts, StaffId staff, String login) {
        var secret = new byte[20];
        ThreadLocalRandom.current().nextBytes(secret);
        var person = new SignedUp(staff, login, "correct horse battery " + login, secret);
        accounts.give(staff, person.password(), secret, false);
        var browser = new Browser(port);
        browser.post("/signin", Map.of("login", login, "password", person.password()));
        browser.post("/signin/code", Map.of("code", person.code(-1)));
        return new SignedInOwner(browser, person::code);
    }
}

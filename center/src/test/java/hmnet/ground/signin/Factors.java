package hmnet.ground.signin;

import hmnet.ground.directory.Requester;
import java.util.concurrent.ThreadLocalRandom;

/// Both factors of somebody in a test, as they type them at a shell (試験用の認証).
public final class Factors {
    private final SignedUp person;

    private Factors(SignedUp person) {
        this.person = person;
    }

    public static Factors of(SignInAccounts accounts, Requester who) {
        var secret = new byte[20];
        ThreadLocalRandom.current().nextBytes(secret);
        var person = new SignedUp(who.staff(), who.login(), "correct horse battery " + who.login(), secret);
        accounts.give(who.staff(), person.password(), secret, false);
        return new Factors(person);
    }

    /// A line for each.
    public String typed() {
        return person.password() + "\n" + person.code(0) + "\n";
    }
}

package hmnet.ground.signin;

import java.util.Locale;
import java.util.Optional;

/// What a new password must be (パスワードの条件; S004): long and not guessable from the sign-in name. No
/// rule of mixed characters and no forced change after a time: both make passwords worse (SP 800-63B, ASVS
/// 6.2.5 and 6.2.10).
public final class PasswordRule {
    static final int SHORTEST = 15;
    public static final int LONGEST = 200;
    private static final int FEWEST_DIFFERENT = 6;

    private PasswordRule() {}

    /// The message key of what is wrong with a password, if anything.
    static Optional<String> objection(String password, String login) {
        return objection(password, login, SHORTEST).map(PasswordObjection::key);
    }

    /// What may be wrong with a password (パスワードの難点).
    public enum PasswordObjection {
        SHORT("signin.password.short"),
        LONG("signin.password.long"),
        GUESSABLE("signin.password.guessable");

        private final String key;

        PasswordObjection(String key) {
            this.key = key;
        }

        String key() {
            return key;
        }
    }

    /// The same where another length is the shortest, for a page with words of its own.
    public static Optional<PasswordObjection> objection(String password, String login, int shortest) {
        var length = password.codePointCount(0, password.length());
        if (length < shortest) {
            return Optional.of(PasswordObjection.SHORT);
        }
        if (length > LONGEST) {
            return Optional.of(PasswordObjection.LONG);
        }
        var lower = password.toLowerCase(Locale.ROOT);
        var guessable = lower.codePoints().distinct().count() < FEWEST_DIFFERENT
                || lower.contains(login.toLowerCase(Locale.ROOT))
                || lower.startsWith("password")
                || ascends(lower);
        return guessable ? Optional.of(PasswordObjection.GUESSABLE) : Optional.empty();
    }

    /// 123456…, abcdef…: each character the next of the one before.
    private static boolean ascends(String password) {
        var steps = 0;
        for (int i = 1; i < password.length(); i++) {
            if (password.charAt(i) == password.charAt(i - 1) + 1) {
                steps++;
            }
        }
        return steps > password.length() * 2 / 3;
    }
}

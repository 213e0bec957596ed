package hmnet.command;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Both factors of whoever acts at a shell (認証の入力): asked for at a terminal, else two lines of the input. Never an
/// argument or a variable, which others on the machine can read.
record SignInFactors(String password, String code) {
    static SignInFactors atShell(String login) {
        return Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .map(console -> typed(console, login))
                .orElseGet(() -> from(System.in));
    }

    private static SignInFactors typed(Console console, String login) {
        var password = console.readPassword("Password of %s: ", login);
        var code = console.readLine("Code of the authenticator app: ");
        if (password == null || code == null) {
            throw new Usage("rights: a password and a code are needed");
        }
        return new SignInFactors(new String(password), code);
    }

    static SignInFactors from(InputStream in) {
        try {
            var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            var password = lines.readLine();
            var code = lines.readLine();
            if (password == null || code == null) {
                throw new Usage("rights: the input has a password on its first line and a code on its second");
            }
            return new SignInFactors(password, code);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Never in a log.
    @Override
    public String toString() {
        return "SignInFactors[]";
    }
}

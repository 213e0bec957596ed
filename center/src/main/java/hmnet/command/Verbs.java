package hmnet.command;

import hmnet.ground.database.UnsafeSetting;
import hmnet.ground.keys.UnusableKey;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The verbs of the command line (コマンドの一覧), and the exit code of one that fails.
public final class Verbs {
    private static final int FAILED = 1;
    private static final int USAGE = 64;
    private static final int UNSAFE = 78;

    private Verbs() {}

    /// Runs the verb that the first argument names; a failure ends the process.
    public static void run(String[] arguments) {
        var verb = arguments.length == 0 ? "" : arguments[0];
        var rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        try {
            switch (verb) {
                case "start" -> StartVerb.run(rest);
                case "demo" -> DemoVerb.run(rest);
                case "train" -> TrainVerb.run(rest);
                case "digest" -> DigestVerb.run(rest);
                case "check" -> CheckVerb.run(rest);
                case "form" -> FormVerb.run(rest);
                case "convert" -> ConvertVerb.run(rest);
                case "match" -> MatchVerb.run(rest);
                case "refile" -> RefileVerb.run(rest);
                case "relink" -> RelinkVerb.run(rest);
                case "audit" -> AuditVerb.run(rest);
                case "audit-check" -> AuditCheckVerb.run(rest);
                case "keys" -> KeysVerb.run(rest);
                case "rights" -> RightsVerb.run(rest);
                case "files" -> FilesVerb.run(rest);
                // From outside: a verb typed at a shell.
                default ->
                    throw new Usage(
                            "start | demo | train | digest | check | form | convert | match | refile | relink | audit | audit-check"
                                    + " | keys | rights | files");
            }
        } catch (Usage usage) {
            System.err.println("usage: hmnet " + usage.getMessage());
            System.exit(USAGE);
        } catch (RefusedAct refused) {
            System.err.println("hmnet: " + refused.getMessage());
            System.exit(refused.code());
        } catch (Exception e) {
            fail(e);
        }
    }

    private static void fail(Exception e) {
        var unsafe = cause(e, UnsafeSetting.class);
        if (unsafe != null) {
            System.err.println("hmnet: unsafe setting: " + unsafe.getMessage());
            System.exit(UNSAFE);
        }
        var key = cause(e, UnusableKey.class);
        if (key != null) {
            System.err.println("hmnet: " + key.getMessage());
            System.exit(UNSAFE);
        }
        System.err.println("hmnet: " + e);
        for (var cause = e.getCause(); cause != null; cause = cause.getCause()) {
            System.err.println("  because " + cause);
        }
        System.exit(FAILED);
    }

    private static <T extends Throwable> @Nullable T cause(Throwable thrown, Class<T> type) {
        for (var at = thrown; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return type.cast(at);
            }
        }
        return null;
    }
}

package hmnet;

import hmnet.command.AuditCheckVerb;
import hmnet.command.CheckVerb;
import hmnet.command.ConvertVerb;
import hmnet.command.DemoVerb;
import hmnet.command.DigestVerb;
import hmnet.command.MatchVerb;
import hmnet.command.RelinkVerb;
import hmnet.command.StartVerb;
import hmnet.command.TrainVerb;
import hmnet.command.Usage;
import hmnet.ground.database.UnsafeSetting;
import java.time.Clock;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/// The centre (センター). The first argument is a verb; `./hmnet help` lists them.
@SpringBootApplication
@ConfigurationPropertiesScan
public class Hmnet {
    private static final int FAILED = 1;
    private static final int USAGE = 64;
    private static final int UNSAFE = 78;

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    public static void main(String[] arguments) {
        var verb = arguments.length == 0 ? "" : arguments[0];
        var rest = arguments.length == 0 ? arguments : Arrays.copyOfRange(arguments, 1, arguments.length);
        try {
            switch (verb) {
                case "start" -> StartVerb.run(rest);
                case "demo" -> DemoVerb.run(rest);
                case "train" -> TrainVerb.run(rest);
                case "digest" -> DigestVerb.run(rest);
                case "check" -> CheckVerb.run(rest);
                case "convert" -> ConvertVerb.run(rest);
                case "match" -> MatchVerb.run(rest);
                case "relink" -> RelinkVerb.run(rest);
                case "audit-check" -> AuditCheckVerb.run(rest);
                // From outside: a verb typed at a shell.
                default ->
                    throw new Usage("start | demo | train | digest | check | convert | match | relink | audit-check");
            }
        } catch (Usage usage) {
            System.err.println("usage: hmnet " + usage.getMessage());
            System.exit(USAGE);
        } catch (Exception e) {
            fail(e);
        }
    }

    public static SpringApplication application() {
        return new SpringApplication(Hmnet.class);
    }

    private static void fail(Exception e) {
        var unsafe = cause(e, UnsafeSetting.class);
        if (unsafe != null) {
            System.err.println("hmnet: unsafe setting: " + unsafe.getMessage());
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

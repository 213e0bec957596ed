package hmnet.bench.rehearsal;

import hmnet.Hmnet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.web.context.support.StandardServletEnvironment;

/// A rehearsal in an empty centre of its own (演習の実行), which says whether any sequence ended in a state
/// that it should not. `./hmnet drill relink` runs it, with the centre on the class path.
public final class RehearsalCommand {
    private RehearsalCommand() {}

    /// @param arguments how many sequences, and the seed
    public static void main(String... arguments) throws IOException {
        var times = Integer.parseInt(arguments[0]);
        var seed = Long.parseLong(arguments[1]);
        inACentre(centre -> System.out.println(new Rehearsal(centre, System.err::println).run(times, seed)));
    }

    /// Starts the centre on a folder that nothing is left of.
    public static void inACentre(Consumer<ConfigurableApplicationContext> play) throws IOException {
        var data = Files.createTempDirectory("hmnet-rehearsal");
        try {
            inTheCentreOf(data, play);
        } finally {
            try (var files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }

    /// Starts the centre of a folder that something may lie in, and leaves it there.
    ///
    /// @param settings more of them, as `--name=value`
    public static void inTheCentreOf(Path data, Consumer<ConfigurableApplicationContext> play, String... settings) {
        var application = new SpringApplication(Hmnet.class);
        application.setEnvironment(alone());
        var usual = Stream.of(
                "--hmnet.data=" + data,
                "--hmnet.db.url=",
                "--server.port=0",
                "--hmnet.figures.port=0",
                "--hmnet.matching.works=false");
        try (var context =
                application.run(Stream.concat(usual, Stream.of(settings)).toArray(String[]::new))) {
            play.accept(context);
        }
    }

    /// Settings without those of the machine's real centre, whose database, certificates and ports are named by
    /// variables.
    static ConfigurableEnvironment alone() {
        var environment = new StandardServletEnvironment();
        environment.getPropertySources().remove(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME);
        return environment;
    }
}

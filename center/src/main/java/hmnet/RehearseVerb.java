package hmnet;

import hmnet.rehearsal.Rehearsal;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import java.util.function.Consumer;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.web.context.support.StandardServletEnvironment;

/// `rehearse`: plays random sequences of events about links in an empty centre of its own, and says whether
/// any ended in a state that it should not. `./hmnet drill relink` runs it.
final class RehearseVerb {
    private RehearseVerb() {}

    static void run(String[] arguments) throws IOException {
        var options = new Options(arguments, "rehearse [--times 40] [--seed 1]", "times", "seed");
        var times = Integer.parseInt(options.get("times", "40"));
        var seed = Long.parseLong(options.get("seed", "1"));
        System.out.println(play(times, seed, System.err::println));
    }

    static Rehearsal.Outcome play(int times, long seed, Consumer<String> told) throws IOException {
        var data = Files.createTempDirectory("hmnet-rehearsal");
        var application = Hmnet.application();
        application.setEnvironment(alone());
        try (var context = application.run(
                "--hmnet.data=" + data, "--hmnet.db.url=", "--server.port=0", "--hmnet.matching.works=false")) {
            return new Rehearsal(context, told).run(times, seed);
        } finally {
            try (var files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
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

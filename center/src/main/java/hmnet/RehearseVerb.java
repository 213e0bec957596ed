package hmnet;

import hmnet.rehearsal.Rehearsal;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;

/// `rehearse`: plays random sequences of events about links in an empty centre of its own, and says whether
/// any ended in a state that it should not. `./hmnet drill relink` runs it.
final class RehearseVerb {
    private RehearseVerb() {}

    static void run(String[] arguments) throws IOException {
        var options = new Options(arguments, "rehearse [--times 40] [--seed 1]", "times", "seed");
        var times = Integer.parseInt(options.get("times", "40"));
        var seed = Long.parseLong(options.get("seed", "1"));
        var data = Files.createTempDirectory("hmnet-rehearsal");
        try (var context =
                Hmnet.application().run("--hmnet.data=" + data, "--server.port=0", "--hmnet.matching.works=false")) {
            System.out.println(new Rehearsal(context, System.err::println).run(times, seed));
        } finally {
            try (var files = Files.walk(data)) {
                files.sorted(Comparator.reverseOrder())
                        .forEach(file -> file.toFile().delete());
            }
        }
    }
}

package hmnet.command;

import hmnet.consent.consents.Consents;
import hmnet.ground.keys.Keys;
import hmnet.ground.keys.Secrets;
import hmnet.people.arrivals.RegionWeights;
import hmnet.people.links.LinkageCheck;
import hmnet.people.relinking.RelinkPlan;
import hmnet.people.relinking.Relinking;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// `relink`: replays the events that link patients and persons and compares (`--check`), says what matching the
/// whole region anew would change (`--plan`), or changes it (`--apply`).
final class RelinkVerb {
    private static final String VERB = "relink --check | --plan [--out FILE] | --apply, each with [--weights FILE]";

    private RelinkVerb() {}

    static void run(String[] arguments) throws IOException {
        var task = arguments.length == 0 ? "" : arguments[0];
        if (!task.equals("--check") && !task.equals("--plan") && !task.equals("--apply")) {
            throw new Usage(VERB + CentreDatabase.USAGE);
        }
        var rest = Arrays.copyOfRange(arguments, 1, arguments.length);
        var options = new Options(rest, VERB + CentreDatabase.USAGE, "data", "url", "weights", "out");
        try (var centreDatabase = CentreDatabase.by(VERB, options)) {
            var source =
                    new DriverManagerDataSource(centreDatabase.url(), centreDatabase.user(), centreDatabase.password());
            if (task.equals("--check")) {
                check(source);
            } else {
                var keys = Secrets.in(centreDatabase.data()).keys();
                match(source, keys, options, task.equals("--apply"));
            }
        }
    }

    private static void check(DataSource source) {
        var found = new LinkageCheck(source).run();
        System.out.println(found);
        if (!found.sound()) {
            throw new IllegalStateException("the links are not what their events add up to");
        }
    }

    private static void match(DataSource source, Keys keys, Options options, boolean apply) throws IOException {
        var began = System.nanoTime();
        var weights =
                RegionWeights.read(options.get("weights", System.getenv().getOrDefault("HMNET_MATCHING_WEIGHTS", "")));
        var relinking = new Relinking(source, keys, weights, line -> System.err.println("relink: " + line));
        var plan = relinking.plan();
        if (options.has("out")) {
            write(plan, Path.of(options.get("out", "")));
        }
        var linked = apply ? relinking.apply(plan, persons -> Consents.open(source, persons)) : plan.links();
        System.out.printf(
                Locale.ROOT,
                "relink: %s charts=%d linked=%d new_persons=%d questions=%d torn=%d one_by_one=%d seconds=%.1f%n",
                apply ? "done" : "would change",
                plan.charts(),
                linked,
                plan.newPersons(),
                plan.questions(),
                plan.torn(),
                plan.oneByOne(),
                (System.nanoTime() - began) / 1e9);
    }

    private static void write(RelinkPlan plan, Path out) throws IOException {
        try (var writer = Files.newBufferedWriter(out)) {
            writer.write("patient,person,like_patient,score\n");
            for (var link : plan.each()) {
                writer.write(link.patient() + "," + (link.person() == null ? "new" : link.person()) + ","
                        + (link.like() == null ? "office" : link.like()) + ","
                        + String.format(Locale.ROOT, "%.4f", link.score()) + "\n");
            }
        }
    }
}

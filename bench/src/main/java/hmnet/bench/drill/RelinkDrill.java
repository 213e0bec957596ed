package hmnet.bench.drill;

import hmnet.bench.stage.Command;
import hmnet.bench.stage.Home;
import java.io.IOException;
import java.util.regex.Pattern;

/// Random sequences of all that can happen to links, consents and cards (紐付けの取消・再演): what is taken
/// back leaves nothing behind. They are played in a centre of their own, in an empty folder.
final class RelinkDrill implements Drill {
    private static final Pattern LINE =
            Pattern.compile("rehearsed: sequences=(\\d+) steps=(\\d+) undone=(\\d+) differing=(\\d+)");

    @Override
    public Verdict run(Home home, DrillSettings asked) throws IOException {
        var told = Command.told(home.rehearsal(Integer.toString(asked.times(40)), Long.toString(asked.seed())));
        var line = LINE.matcher(told.output());
        if (!line.find()) {
            throw new IOException("The rehearsal did not say how it went: " + told.output() + told.errors());
        }
        var passed = Long.parseLong(line.group(1)) > 0 && Long.parseLong(line.group(4)) == 0;
        if (!passed) {
            System.err.println(told.errors());
        }
        return Verdict.of(
                "relink",
                asked.seed(),
                passed,
                "sequences",
                line.group(1),
                "steps",
                line.group(2),
                "undone",
                line.group(3),
                "differing",
                line.group(4));
    }
}

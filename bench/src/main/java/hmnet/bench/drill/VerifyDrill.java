package hmnet.bench.drill;

import hmnet.bench.stage.Command;
import hmnet.bench.stage.Home;
import java.io.IOException;
import java.util.regex.Pattern;

/// The whole audit log checked, a million events (監査証跡の検証の訓練): intact, within ten seconds.
final class VerifyDrill implements Drill {
    private static final int EVENTS = 1_000_000;
    private static final Pattern LINE = Pattern.compile("verify: seconds=(\\S+) size=(\\d+) verdict=(\\w+)");

    @Override
    public Verdict run(Home home, DrillSettings asked) throws IOException {
        var events = Integer.toString(asked.times(EVENTS));
        var told = Command.told(home.verifying(events, Long.toString(asked.seed())));
        var line = LINE.matcher(told.output());
        if (!line.find()) {
            throw new IOException("The drill did not say how it went: " + told.output() + told.errors());
        }
        return Verdict.of(
                "verify",
                asked.seed(),
                line.group(3).equals("passed"),
                "seconds",
                line.group(1),
                "size",
                line.group(2));
    }
}

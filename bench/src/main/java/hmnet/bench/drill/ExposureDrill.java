package hmnet.bench.drill;

import hmnet.bench.stage.Command;
import hmnet.bench.stage.Home;
import java.io.IOException;
import java.util.regex.Pattern;

/// Who saw what, asked of ten million events (漏えい時の照会の訓練): each kind of question within two seconds, and right.
final class ExposureDrill implements Drill {
    private static final int EVENTS = 10_000_000;
    private static final Pattern LINE = Pattern.compile("exposure: (.*) events=(\\d+) (.*) verdict=(\\w+)");

    @Override
    public Verdict run(Home home, DrillSettings asked) throws IOException {
        var events = Integer.toString(asked.times(EVENTS));
        var told = Command.told(home.exposing(events, Long.toString(asked.seed())));
        var line = LINE.matcher(told.output());
        if (!line.find()) {
            throw new IOException("The drill did not say how it went: " + told.output() + told.errors());
        }
        System.err.print(told.errors());
        System.out.println(line.group());
        return Verdict.of("exposure", asked.seed(), line.group(4).equals("passed"), "events", line.group(2));
    }
}

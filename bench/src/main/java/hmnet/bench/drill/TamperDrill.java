package hmnet.bench.drill;

import hmnet.bench.stage.Command;
import hmnet.bench.stage.Home;
import java.io.IOException;
import java.util.regex.Pattern;

/// Random tampering with the audit log by the owner of its tables (監査証跡の改ざん訓練): each is found by `audit verify` or by a
/// witness. Played in a centre of its own, inside transactions that are rolled back.
final class TamperDrill implements Drill {
    private static final Pattern LINE = Pattern.compile(
            "tamper: times=(\\d+) found_by_verify=(\\d+) found_by_witness=(\\d+) missed=(\\d+) verdict=(\\w+)");

    @Override
    public Verdict run(Home home, DrillSettings asked) throws IOException {
        var told = Command.told(home.tampering(Integer.toString(asked.times(10_000)), Long.toString(asked.seed())));
        var line = LINE.matcher(told.output());
        if (!line.find()) {
            throw new IOException("The drill did not say how it went: " + told.output() + told.errors());
        }
        System.out.println(line.group());
        System.err.print(told.errors());
        return Verdict.of(
                "tamper",
                asked.seed(),
                line.group(5).equals("passed"),
                "times",
                line.group(1),
                "found_by_verify",
                line.group(2),
                "found_by_witness",
                line.group(3),
                "missed",
                line.group(4));
    }
}

package hmnet.bench.drill;

import hmnet.bench.reviews.DoorShares;
import hmnet.bench.stage.Command;
import hmnet.bench.stage.Home;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// A drill that another process plays beside the centre, and that ends with a line of figures
/// (別プロセスで行う訓練): `word: name=figure name=figure …`.
///
/// @param times as often as it thinks right
/// @param word what its line begins with
/// @param passed whether its figures are right
record ToldDrill(String name, int times, Play play, String word, Predicate<Map<String, String>> passed)
        implements Drill {
    private static final Pattern FIGURE = Pattern.compile("(\\w+)=(\\S+)");

    /// The command line that plays it.
    interface Play {
        List<String> of(Home home, String times, DrillSettings asked) throws IOException;
    }

    /// Random sequences of all that can happen to links, consents and cards (紐付けの取消・再演): what is taken back leaves
    /// nothing behind. They are played in a centre of their own, in an empty folder.
    static Drill relink() {
        return new ToldDrill(
                "relink",
                40,
                (home, times, asked) -> home.rehearsal(times, seed(asked)),
                "rehearsed",
                told -> !"0".equals(told.get("sequences")) && "0".equals(told.get("differing")));
    }

    /// Random tampering with the audit log by the owner of its tables (監査証跡の改ざん訓練): each is found by
    /// `audit verify` or by a witness. Played inside transactions that are rolled back.
    static Drill tamper() {
        return new ToldDrill(
                "tamper",
                10_000,
                (home, times, asked) -> home.tampering(times, seed(asked)),
                "tamper",
                told -> "passed".equals(told.get("verdict")));
    }

    /// Who saw what, asked of ten million events (漏えい時の照会の訓練): each kind of question within two seconds, and right.
    static Drill exposure() {
        return new ToldDrill(
                "exposure",
                10_000_000,
                (home, times, asked) -> home.exposing(times, seed(asked)),
                "exposure",
                told -> "passed".equals(told.get("verdict")));
    }

    /// The whole audit log checked, a million events (監査証跡の検証の訓練): intact, within ten seconds.
    static Drill verify() {
        return new ToldDrill(
                "verify",
                1_000_000,
                (home, times, asked) -> home.verifying(times, seed(asked)),
                "verify",
                told -> "passed".equals(told.get("verdict")));
    }

    /// A day of ambulance dispatches through the three emergency doors (審査の負荷の訓練): at most as many reviews as
    /// are enough for one reviewer.
    static Drill reviews() {
        return new ToldDrill(
                "reviews",
                400,
                (home, times, asked) -> home.reviewing(
                        times, seed(asked), DoorShares.of(asked.shares()).toString()),
                "reviews",
                told -> "passed".equals(told.get("verdict")));
    }

    /// A disaster from its declaration to the end (災害時モードの訓練): who may look looks, nobody else, nobody afterwards, and
    /// each look has its event.
    static Drill disaster() {
        return new ToldDrill(
                "disaster",
                200,
                (home, times, asked) -> home.disaster(times, seed(asked)),
                "disaster",
                told -> "passed".equals(told.get("verdict")));
    }

    private static String seed(DrillSettings asked) {
        return Long.toString(asked.seed());
    }

    @Override
    public Verdict run(Home home, DrillSettings asked) throws IOException {
        var told = Command.told(play.of(home, Integer.toString(asked.times(times)), asked));
        var figures = new LinkedHashMap<String, String>();
        told.output()
                .lines()
                .filter(line -> line.startsWith(word + ": "))
                .forEach(line -> FIGURE.matcher(line)
                        .results()
                        .forEach(figure -> figures.put(figure.group(1), figure.group(2))));
        if (figures.isEmpty()) {
            throw new IOException("The drill did not say how it went: " + told.output() + told.errors());
        }
        var right = passed.test(figures);
        if (!right) {
            System.err.print(told.errors());
        }
        figures.remove("verdict");
        return new Verdict(name, figures, asked.seed(), right);
    }
}

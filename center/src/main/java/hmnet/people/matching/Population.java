package hmnet.people.matching;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Many charts matched at once (一括名寄せ): who is one person, and which pairs a human should see.
public final class Population {
    private final Roster roster;
    private final Weights weights;
    private final Scores scores;
    private final Clusters clusters;
    private final int[] asked;

    /// @param weights those to judge by; null learns them from these charts
    public Population(Roster roster, @Nullable Weights weights, Policy policy, Consumer<String> told) {
        this.roster = roster;
        told.accept(roster.size() + " charts read");
        var pairs = Candidates.of(roster);
        told.accept(pairs.length + " candidate pairs");
        var patterns = Comparison.patterns(roster, pairs);
        told.accept("compared");
        this.weights = weights == null ? Estimation.weights(roster, pairs, patterns) : weights;
        scores = new Scores(roster, pairs, patterns, this.weights, policy);
        told.accept("weights learned, pairs scored");
        clusters = new ClusterLinks(roster, scores).run();
        asked = new ReviewPairs(roster, scores, clusters).pairs();
        told.accept("linked");
    }

    /// Learns the weights of a region from its charts, for comparing one by one.
    public static Weights learn(Roster roster) {
        var pairs = Candidates.of(roster);
        return Estimation.weights(roster, pairs, Comparison.patterns(roster, pairs));
    }

    /// The charts to be matched, folded one by one as they are added (名簿づくり); their numbers count from 0.
    public static final class Roll {
        private static final int PART = 8192;
        private final TextNumbers words = new TextNumbers();
        private final List<Roster> parts = new ArrayList<>();
        private Roster part = new Roster(PART, words);
        private int filled;

        /// Adds one chart and returns its number.
        public int add(Demographics chart) {
            if (filled == PART) {
                parts.add(part);
                part = new Roster(PART, words);
                filled = 0;
            }
            var number = parts.size() * PART + filled;
            part.put(filled, chart);
            part.record[filled] = String.format(Locale.ROOT, "%010d", number);
            filled++;
            return number;
        }

        /// Matches all of them with the weights of the region.
        public Population match(Weights weights, Consumer<String> told) {
            parts.add(part.first(filled));
            return new Population(Roster.sorted(parts, words), weights, Policy.REGION, told);
        }
    }

    public int size() {
        return roster.size();
    }

    /// The first chart of the person a chart belongs to.
    public int first(int chart) {
        return clusters.of(chart);
    }

    /// The charts of a person, from the first on.
    public int[] charts(int first) {
        return IntStream.iterate(first, chart -> chart >= 0, clusters::next).toArray();
    }

    /// The pairs for a human, the likeliest first: the numbers of both charts.
    public List<int[]> asked() {
        return Arrays.stream(asked)
                .mapToObj(pair -> new int[] {scores.smaller(pair), scores.larger(pair)})
                .toList();
    }

    public double probability(int asked) {
        return Model.probability(scores.odds[this.asked[asked]]);
    }

    /// For each chart the likeliest pair with another chart of its person, or -1: an index of pairs.
    public int[] likeliest() {
        var best = new int[roster.size()];
        Arrays.fill(best, -1);
        for (var pair : scores.descending(-Double.MAX_VALUE)) {
            var a = scores.smaller(pair);
            var b = scores.larger(pair);
            if ((best[a] < 0 || best[b] < 0) && clusters.of(a) == clusters.of(b)) {
                best[a] = best[a] < 0 ? pair : best[a];
                best[b] = best[b] < 0 ? pair : best[b];
            }
        }
        return best;
    }

    /// The other chart of a pair.
    public int other(int pair, int chart) {
        return scores.smaller(pair) == chart ? scores.larger(pair) : scores.smaller(pair);
    }

    /// Why a pair was judged as it was.
    public Match match(int pair) {
        var pattern = scores.patterns[pair];
        return new Match(
                Model.probability(scores.odds[pair]),
                scores.outcome(pair),
                scores.policy.conflict(pattern),
                Evidence.of(weights.model, pattern, scores.rarity(pair)));
    }
}

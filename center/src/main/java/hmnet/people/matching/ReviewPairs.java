package hmnet.people.matching;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;

/// The pairs a human is asked about (要確認): one for each two persons that may be one, the likeliest first.
final class ReviewPairs {
    private final Scores scores;
    private final Clusters clusters;
    private final Roster roster;

    ReviewPairs(Roster roster, Scores scores, Clusters clusters) {
        this.roster = roster;
        this.scores = scores;
        this.clusters = clusters;
    }

    /// Indexes of pairs.
    int[] pairs() {
        var asked = new HashSet<Long>();
        var babies = new HashSet<Integer>();
        return Arrays.stream(scores.forReview())
                .filter(pair -> {
                    var a = clusters.of(scores.smaller(pair));
                    var b = clusters.of(scores.larger(pair));
                    return a != b
                            && asked.add((long) Math.min(a, b) << 32 | Math.max(a, b))
                            && firstOfBaby(pair, babies);
                })
                .toArray();
    }

    /// A baby's chart is asked about once, with the likeliest person.
    private boolean firstOfBaby(int pair, Set<Integer> asked) {
        return IntStream.of(scores.smaller(pair), scores.larger(pair))
                .filter(row -> roster.baby[row])
                .allMatch(asked::add);
    }
}

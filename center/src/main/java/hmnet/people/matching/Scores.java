package hmnet.people.matching;

import java.util.stream.IntStream;

/// The candidate pairs with their patterns and odds (採点), twenty bytes a pair.
final class Scores {
    final long[] pairs;
    public final int[] patterns;
    public final float[] odds;
    private static final double BABY = -16;
    public final Policy policy;
    private final Roster roster;
    private final Frequencies frequencies;

    public Scores(Roster roster, long[] pairs, int[] patterns, Weights weights, Policy policy) {
        this.roster = roster;
        this.policy = policy;
        this.pairs = pairs;
        this.patterns = patterns;
        this.odds = new float[pairs.length];
        frequencies = new Frequencies(roster, weights.shares);
        IntStream.range(0, pairs.length).parallel().forEach(i -> {
            odds[i] = (float) weights.model.odds(patterns[i], rarity(i));
        });
    }

    public double rarity(int pair) {
        return frequencies.rarity(patterns[pair], smaller(pair), larger(pair));
    }

    public int smaller(int pair) {
        return (int) (pairs[pair] >>> 32);
    }

    public int larger(int pair) {
        return (int) pairs[pair];
    }

    public MatchOutcome outcome(int pair) {
        var decided = policy.outcome(patterns[pair], odds[pair]);
        return decided == MatchOutcome.LINK && (roster.baby[smaller(pair)] || roster.baby[larger(pair)])
                ? MatchOutcome.REVIEW
                : decided;
    }

    /// The pairs that a human may have to see, the surest first; a baby's chart whatever its name says.
    public int[] forReview() {
        return IntStream.of(descending(-Double.MAX_VALUE))
                .filter(this::forReview)
                .toArray();
    }

    private boolean forReview(int pair) {
        var outcome = policy.outcome(patterns[pair], odds[pair]);
        return switch (outcome) {
            case LINK, REVIEW -> true;
            case SEPARATE ->
                odds[pair] > BABY
                        && roster.baby[smaller(pair)] != roster.baby[larger(pair)]
                        && Policy.maybeBaby(patterns[pair]);
        };
    }

    /// The pairs at or above some odds, the surest first; equals in the order of their rows.
    public int[] descending(double from) {
        return IntStream.range(0, pairs.length)
                .filter(i -> odds[i] >= from)
                .mapToLong(i -> (long) (Integer.MAX_VALUE - Float.floatToIntBits(odds[i] + 1000)) << 32 | i)
                .sorted()
                .mapToInt(key -> (int) key)
                .toArray();
    }
}

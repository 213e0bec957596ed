package hmnet.people.matching;

import java.util.List;
import java.util.stream.IntStream;

/// Compares charts one by one as they arrive (名寄せ), with weights learned on the whole region.
public final class Matcher {
    private final Weights weights;

    public Matcher(Weights weights) {
        this.weights = weights;
    }

    /// Compares two charts. Neither order nor earlier comparisons matter.
    public Match compare(Demographics a, Demographics b) {
        return compare(a, List.of(b)).getFirst();
    }

    /// Compares one chart with each of the others, in their order.
    public List<Match> compare(Demographics one, List<Demographics> others) {
        var roster = new Roster(others.size() + 1);
        roster.put(0, one);
        for (var row = 1; row <= others.size(); row++) {
            roster.put(row, others.get(row - 1));
        }
        var comparison = new Comparison(roster);
        var frequencies = new Frequencies(roster, weights.shares);
        return IntStream.rangeClosed(1, others.size())
                .mapToObj(row -> match(roster, comparison.pattern(0, row), frequencies, row))
                .toList();
    }

    private Match match(Roster roster, int pattern, Frequencies frequencies, int row) {
        var rarity = frequencies.rarity(pattern, 0, row);
        var odds = weights.model.odds(pattern, rarity);
        return new Match(
                Model.probability(odds),
                outcome(roster.baby[0] || roster.baby[row], pattern, odds),
                Policy.REGION.conflict(pattern),
                Evidence.of(weights.model, pattern, rarity));
    }

    private static MatchOutcome outcome(boolean baby, int pattern, double odds) {
        var outcome = Policy.REGION.outcome(pattern, odds);
        if (!baby) {
            return outcome;
        }
        return switch (outcome) {
            case LINK, REVIEW -> MatchOutcome.REVIEW;
            case SEPARATE -> Policy.maybeBaby(pattern) ? MatchOutcome.REVIEW : MatchOutcome.SEPARATE;
        };
    }
}

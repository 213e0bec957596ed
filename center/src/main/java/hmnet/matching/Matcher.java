package hmnet.matching;

/// Compares charts one by one as they arrive (名寄せ), with weights learned on the whole region.
public final class Matcher {
    private final Weights weights;

    public Matcher(Weights weights) {
        this.weights = weights;
    }

    /// Compares two charts. Neither order nor earlier comparisons matter.
    public Match compare(Demographics a, Demographics b) {
        var roster = new Roster(2);
        roster.put(0, a);
        roster.put(1, b);
        var pattern = new Comparison(roster).pattern(0, 1);
        var rarity = new Frequencies(roster, weights.shares).rarity(pattern, 0, 1);
        var odds = weights.model.odds(pattern, rarity);
        return new Match(
                Model.probability(odds), outcome(roster, pattern, odds), Evidence.of(weights.model, pattern, rarity));
    }

    private static Outcome outcome(Roster roster, int pattern, double odds) {
        var outcome = Policy.REGION.outcome(pattern, odds);
        if (!roster.baby[0] && !roster.baby[1]) {
            return outcome;
        }
        return switch (outcome) {
            case LINK, REVIEW -> Outcome.REVIEW;
            case SEPARATE -> Policy.maybeBaby(pattern) ? Outcome.REVIEW : Outcome.SEPARATE;
        };
    }
}

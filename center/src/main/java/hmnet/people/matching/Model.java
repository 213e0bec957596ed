package hmnet.people.matching;

/// The weights of the matcher (重み): how often each level is seen in each relation, and how many pairs of it
/// there are.
final class Model {
    /// Natural logarithms: relation, field, level.
    final double[][][] level;
    /// Natural logarithms of the number of pairs of each relation.
    final double[] pairs;

    Model(double[][][] level, double[] pairs) {
        this.level = level;
        this.pairs = pairs;
    }

    /// How many pairs of that relation show the pattern, as a logarithm.
    double density(Relation relation, int pattern) {
        var sum = pairs[relation.place()];
        var fields = level[relation.place()];
        for (var field : ComparedField.ALL) {
            sum += fields[field.place()][field.level(pattern)];
        }
        return sum;
    }

    /// Logarithm of the odds that both are one person; `rarity` says how much rarer than usual is what they
    /// share.
    double odds(int pattern, double rarity) {
        var same = Double.NEGATIVE_INFINITY;
        var other = Double.NEGATIVE_INFINITY;
        for (var relation : Relation.ALL) {
            var density = density(relation, pattern);
            if (relation.onePerson()) {
                same = sum(same, density);
            } else {
                other = sum(other, relation == Relation.STRANGER ? density - rarity : density);
            }
        }
        return same - other;
    }

    /// What one field of a pattern says: for one person against everybody else, each with its share of the
    /// pairs.
    double weight(ComparedField field, int pattern) {
        var same = Double.NEGATIVE_INFINITY;
        var allSame = Double.NEGATIVE_INFINITY;
        for (var relation : Relation.ALL) {
            if (relation.onePerson()) {
                var share = pairs[relation.place()];
                same = sum(same, share + level[relation.place()][field.place()][field.level(pattern)]);
                allSame = sum(allSame, share);
            }
        }
        return same - allSame - level[Relation.STRANGER.place()][field.place()][field.level(pattern)];
    }

    static double sum(double a, double b) {
        var high = Math.max(a, b);
        var low = Math.min(a, b);
        return low == Double.NEGATIVE_INFINITY ? high : high + Math.log1p(Math.exp(low - high));
    }

    public static double probability(double odds) {
        return 1 / (1 + Math.exp(-odds));
    }
}

package hmnet.people.matching;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Learns the weights from the charts themselves, without anybody's verdict (重みの推定, EM法).
///
/// Strangers are measured on pairs drawn by lot. The other relations are what is left among the candidates,
/// told apart by expectation and maximisation from the prior.
final class Estimation {
    private static final int ROUNDS = 25;
    private static final int LOTS = 2_000_000;
    private static final int SAMPLE = 3_000_000;
    private static final double PRIOR_PAIRS = 300;
    private static final double PRIOR_FIRM = 3000;

    private Estimation() {}

    public static Weights weights(Roster roster, long[] pairs, int[] patterns) {
        return new Weights(learn(roster, pairs, patterns), NameShares.of(roster));
    }

    static Model learn(Roster roster, long[] pairs, int[] patterns) {
        var random = strangers(roster);
        var step = Math.max(1, patterns.length / SAMPLE);
        var taken = IntStream.range(0, patterns.length / step)
                .map(i -> i * step)
                .filter(i -> !roster.baby[(int) (pairs[i] >>> 32)] && !roster.baby[(int) pairs[i]])
                .map(i -> patterns[i])
                .sorted()
                .toArray();
        var distinct = distinct(taken);
        var counts = counts(taken, distinct);
        var size = (double) roster.size();
        var model = start(random, taken.length, size * (size - 1) / 2 / step);
        for (var round = 0; round < ROUNDS; round++) {
            model = round(model, distinct, counts);
        }
        var whole = model.pairs.clone();
        for (var relation : Relation.ALL) {
            whole[relation.place()] += Math.log(step);
        }
        return new Model(model.level, whole);
    }

    private static Model start(double[][] strangers, double candidates, double allPairs) {
        var level = new double[Relation.ALL.length][][];
        var pairs = new double[Relation.ALL.length];
        for (var relation : Relation.ALL) {
            level[relation.place()] = logarithms(relation == Relation.STRANGER ? strangers : Prior.of(relation));
            pairs[relation.place()] = Math.log(
                    switch (relation) {
                        case SAME -> candidates * .4;
                        case MOVED -> candidates * .05;
                        case RENAMED -> candidates * .01;
                        case FAMILY -> candidates * .3;
                        case TWIN -> candidates * .005;
                        case STRANGER -> allPairs;
                    });
        }
        return new Model(level, pairs);
    }

    private static Model round(Model model, int[] distinct, int[] counts) {
        var sums = new double[Relation.ALL.length][ComparedField.ALL.length][];
        var total = new double[Relation.ALL.length];
        for (var relation : Relation.ALL) {
            for (var field : ComparedField.ALL) {
                sums[relation.place()][field.place()] = new double[field.levels];
            }
        }
        var density = new double[Relation.ALL.length];
        for (var i = 0; i < distinct.length; i++) {
            var all = Double.NEGATIVE_INFINITY;
            for (var relation : Relation.ALL) {
                density[relation.place()] = model.density(relation, distinct[i]);
                all = Model.sum(all, density[relation.place()]);
            }
            for (var relation : Relation.ALL) {
                var share = counts[i] * Math.exp(density[relation.place()] - all);
                total[relation.place()] += share;
                if (share > 1e-9) {
                    for (var field : ComparedField.ALL) {
                        sums[relation.place()][field.place()][field.level(distinct[i])] += share;
                    }
                }
            }
        }
        return maximised(model, sums, total);
    }

    private static Model maximised(Model model, double[][][] sums, double[] total) {
        var level = new double[Relation.ALL.length][][];
        var pairs = new double[Relation.ALL.length];
        for (var relation : Relation.ALL) {
            var r = relation.place();
            if (relation == Relation.STRANGER) {
                level[r] = model.level[r];
                pairs[r] = model.pairs[r];
                continue;
            }
            var prior = Prior.of(relation);
            for (var field : ComparedField.ALL) {
                var firm = firmness(relation, field, total[r]);
                for (var l = 0; l < field.levels; l++) {
                    sums[r][field.place()][l] =
                            (sums[r][field.place()][l] + firm * prior[field.place()][l]) / (total[r] + firm);
                }
            }
            level[r] = logarithms(sums[r]);
            pairs[r] = Math.log(total[r] + 1);
        }
        return new Model(level, pairs);
    }

    /// Two of one family hardly ever share a given name: no data may teach otherwise.
    private static double firmness(Relation relation, ComparedField field, double total) {
        var held = !relation.onePerson() && field == ComparedField.GIVEN
                || relation == Relation.RENAMED && field == ComparedField.SURNAME
                || relation == Relation.FAMILY && field == ComparedField.BIRTH;
        return held ? PRIOR_FIRM + total : PRIOR_PAIRS;
    }

    /// Pairs drawn by lot, without those that agree in two things at once.
    private static double[][] strangers(Roster roster) {
        var prior = Prior.of(Relation.STRANGER);
        var sums = new double[ComparedField.ALL.length][];
        for (var field : ComparedField.ALL) {
            sums[field.place()] = Arrays.stream(prior[field.place()])
                    .map(p -> p * PRIOR_PAIRS)
                    .toArray();
        }
        var total = PRIOR_PAIRS;
        var lots = new SplittableRandom(20_261_121);
        var comparison = new Comparison(roster);
        var wanted = (int) Math.min(LOTS, (long) roster.size() * (roster.size() - 1));
        for (var i = 0; i < wanted; i++) {
            var a = lots.nextInt(roster.size());
            var b = lots.nextInt(roster.size());
            if (a == b) {
                continue;
            }
            var pattern = comparison.pattern(a, b);
            if (agreements(pattern) >= 2) {
                continue;
            }
            total++;
            for (var field : ComparedField.ALL) {
                sums[field.place()][field.level(pattern)]++;
            }
        }
        for (var levels : sums) {
            for (var l = 0; l < levels.length; l++) {
                levels[l] /= total;
            }
        }
        return sums;
    }

    private static int agreements(int pattern) {
        var given = ComparedField.GIVEN.level(pattern);
        return (given / ComparedField.SOUNDS == ComparedField.SAME
                                || given % ComparedField.SOUNDS == ComparedField.SOUNDS_SAME
                        ? 1
                        : 0)
                + (ComparedField.BIRTH.level(pattern) <= ComparedField.BIRTH_SLIP ? 1 : 0)
                + (ComparedField.ADDRESS.level(pattern) <= ComparedField.ADDRESS_SHORTER ? 1 : 0)
                + (ComparedField.PHONE.level(pattern) == 0 ? 1 : 0)
                + (ComparedField.INSURANCE.level(pattern) <= ComparedField.INSURANCE_SLIP ? 1 : 0);
    }

    private static double[][] logarithms(double[][] shares) {
        return Arrays.stream(shares)
                .map(levels -> Arrays.stream(levels)
                        .map(p -> Math.log(Math.max(p, 1e-12)))
                        .toArray())
                .toArray(double[][]::new);
    }

    private static int[] distinct(int[] sorted) {
        return Arrays.stream(sorted).distinct().toArray();
    }

    private static int[] counts(int[] sorted, int[] distinct) {
        var counts = new int[distinct.length];
        var at = 0;
        for (var pattern : sorted) {
            while (distinct[at] != pattern) {
                at++;
            }
            counts[at]++;
        }
        return counts;
    }
}

package hmnet.bench.mixes;

import java.util.SplittableRandom;

/// How many of a made-up region are what, and how often is what written wrongly (架空地域の割合). Each share is drawn
/// anew for each region: between two fifths and two and a half times what a Japanese prefecture usually has.
///
/// @param towns how many towns the people live in
/// @param again the chance of one more chart for the same human
/// @param slips by how much errors of writing are more or fewer than usual
/// @param gaps by how much unknown addresses, telephones and insurances are more or fewer than usual
/// @param latin the share of a foreigner's charts that are in Latin letters or katakana though characters exist
/// @param dormitories the share of foreigners who live with twenty others at one address and telephone
record MixShares(
        int towns,
        double again,
        double foreign,
        double alias,
        double latin,
        double dormitories,
        double moved,
        double insuredAnew,
        double renamed,
        double namedAlike,
        double twins,
        double likeTwins,
        double namesakes,
        double nearNamesakes,
        double babies,
        double branches,
        double slips,
        double gaps) {
    private static final double SPREAD = Math.log(2.5);

    static MixShares of(long region) {
        var lots = new SplittableRandom(region * 0x9E3779B97F4A7C15L + 17);
        return new MixShares(
                (int) around(lots, 900),
                .50 + .20 * lots.nextDouble(),
                around(lots, .025),
                around(lots, .20),
                around(lots, .22),
                Math.min(.5, around(lots, .15)),
                Math.min(.6, around(lots, .28)),
                Math.min(.6, around(lots, .28)),
                around(lots, .035),
                around(lots, .012),
                around(lots, .003),
                around(lots, .4),
                around(lots, .0011),
                around(lots, .0008),
                around(lots, .012),
                Math.min(.8, around(lots, .30)),
                around(lots, 1),
                Math.min(1.8, around(lots, 1)));
    }

    private static double around(SplittableRandom lots, double usual) {
        return usual * Math.exp(SPREAD * (2 * lots.nextDouble() - 1));
    }
}

package hmnet.region.plan;

import java.util.Locale;

/// Numbers for HM cards (HMカード番号): twelve digits that follow no order, and a check digit by ISO 7064 MOD
/// 11,10.
final class CardNumbers {
    private static final long HALF = 1_000_000;

    private CardNumbers() {}

    /// The card of the resident with this index. No two share one: a Feistel network over the two halves is a
    /// permutation.
    static String of(long seed, long index) {
        var left = index / HALF;
        var right = index % HALF;
        for (var round = 0; round < 4; round++) {
            var next = Math.floorMod(left + Chance.mix(Chance.mix(seed + round) ^ right), HALF);
            left = right;
            right = next;
        }
        var digits = String.format(Locale.ROOT, "%06d%06d", left, right);
        return digits + checkDigit(digits);
    }

    /// ISO 7064 §8, hybrid system MOD 11,10.
    static int checkDigit(String digits) {
        var product = 10;
        for (var i = 0; i < digits.length(); i++) {
            var sum = (product + digits.charAt(i) - '0') % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }
        return (11 - product) % 10;
    }
}

package hmnet.bench.mixes;

import java.util.SplittableRandom;

/// Health insurance of one human (保険): insurer, symbol and number of the household, the branch of the human; from
/// seventy-five on a number of one's own.
record MixInsurance(String insurer, String symbol, String number, int branch) {
    static final MixInsurance NONE = new MixInsurance("", "", "", 0);

    static MixInsurance draw(SplittableRandom lots) {
        return switch (lots.nextInt(4)) {
            case 0 ->
                new MixInsurance(
                        "34" + (9000 + lots.nextInt(40)),
                        lots.nextInt(3) == 0 ? "" : "架" + lots.nextInt(90),
                        digits(lots, 7),
                        0);
            case 1 -> new MixInsurance("0" + (1_349_000 + lots.nextInt(3)), digits(lots, 8), digits(lots, 4), 0);
            // From outside: the rest of the lots.
            default -> new MixInsurance("0" + (6_349_000 + lots.nextInt(300)), digits(lots, 4), digits(lots, 5), 0);
        };
    }

    static MixInsurance own(SplittableRandom lots) {
        return new MixInsurance("3934" + (9000 + lots.nextInt(40)), "", digits(lots, 8), 0);
    }

    MixInsurance of(int member) {
        return new MixInsurance(insurer, symbol, number, member);
    }

    boolean own() {
        return insurer.startsWith("39");
    }

    private static String digits(SplittableRandom lots, int count) {
        var digits = new StringBuilder(String.valueOf(1 + lots.nextInt(9)));
        while (digits.length() < count) {
            digits.append(lots.nextInt(10));
        }
        return digits.toString();
    }
}

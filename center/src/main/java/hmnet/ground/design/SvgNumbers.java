package hmnet.ground.design;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Numbers as SVG attributes take them (図形の数値): a tenth of a unit is finer than any screen or printer
/// shows.
public final class SvgNumbers {
    private SvgNumbers() {}

    public static String number(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}

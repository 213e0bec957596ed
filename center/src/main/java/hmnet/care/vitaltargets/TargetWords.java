package hmnet.care.vitaltargets;

import hmnet.ground.design.Messages;
import java.math.BigDecimal;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A target in words (目標のことば): an end that is open is said, never drawn as a dash that reads as a minus.
public final class TargetWords {
    private TargetWords() {}

    /// Such as `115–134` or `54.5 以下`.
    public static String target(Messages m, TargetRange range) {
        var low = range.low();
        var high = range.high();
        return low != null && high != null
                ? low.toPlainString() + "–" + high.toPlainString()
                : words(m, low, "vital-targets.from", high, "vital-targets.to");
    }

    /// Such as `90 より低い、160 より高い`.
    public static String alert(Messages m, TargetRange range) {
        return words(m, range.alertLow(), "vital-targets.below", range.alertHigh(), "vital-targets.above");
    }

    private static String words(
            Messages m, @Nullable BigDecimal low, String lowKey, @Nullable BigDecimal high, String highKey) {
        return low == null && high == null
                ? m.t("vital-targets.not-set")
                : Stream.of(one(m, lowKey, low), one(m, highKey, high))
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(m.t("viewer.comma")));
    }

    private static String one(Messages m, String key, @Nullable BigDecimal number) {
        return number == null ? "" : m.t(key, number.toPlainString());
    }
}

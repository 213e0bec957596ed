package hmnet.formats.hl7v2.drug;

import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.DoseRhythm.DoseLimit;
import java.util.regex.Pattern;

/// How much at most, by the words of TQ1-11 (上限の言葉).
final class DoseLimits {
    private static final Pattern LIMIT = Pattern.compile(".*(まで|以内|上限|最大).*");
    private static final Pattern AMOUNT = Pattern.compile("(?:(.*) )?([0-9.]+)([^0-9. ]+)に ([0-9.]+)([^0-9. ]+) まで");

    private DoseLimits() {}

    static boolean isLimit(String words) {
        return LIMIT.matcher(words).matches();
    }

    /// `1日に 4錠 まで` as amounts, anything else in words.
    static DoseLimit of(String words) {
        var amount = AMOUNT.matcher(words);
        if (!amount.matches()) {
            return DoseLimit.of(words);
        }
        return new DoseLimit(
                Amount.of(amount.group(4), amount.group(5)),
                Amount.of(amount.group(2), amount.group(3)),
                amount.group(1) == null ? "" : amount.group(1));
    }
}

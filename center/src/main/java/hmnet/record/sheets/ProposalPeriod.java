package hmnet.record.sheets;

import java.time.Period;
import java.util.Optional;

/// How far back the chart is asked for a value (提案に使う期間).
final class ProposalPeriod {
    private static final int HOURS = 24;

    private ProposalPeriod() {}

    /// The period of a Duration; nothing for one that is none, or longer than ten years.
    static Optional<String> of(String value, String code) {
        try {
            int number = Integer.parseInt(value);
            var period = switch (code) {
                case "h" -> Period.ofDays(Math.ceilDiv(number, HOURS));
                case "d" -> Period.ofDays(number);
                case "wk" -> Period.ofWeeks(number);
                case "mo" -> Period.ofMonths(number);
                case "a" -> Period.ofYears(number);
                // From outside: minutes, and what is no unit of time.
                default -> Period.ZERO;
            };
            return number > 0 && !period.isZero() && period.toTotalMonths() <= 120 && number <= 3_660
                    ? Optional.of(period.toString())
                    : Optional.empty();
        } catch (NumberFormatException none) {
            return Optional.empty();
        }
    }
}

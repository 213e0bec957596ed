package hmnet.care.labsheet;

import hmnet.formats.model.extract.LabExtract;
import java.util.Locale;
import java.util.Optional;

/// Where a value stands to its reference range (異常フラグ).
public enum LabFlag {
    NONE,
    HIGH,
    LOW,
    CRITICAL_HIGH,
    CRITICAL_LOW,
    ABNORMAL;

    /// What the sender said of a value; where it said nothing, what its own range says.
    static LabFlag of(LabExtract.AnalyteItem item) {
        return switch (item.flag().strip().toUpperCase(Locale.ROOT)) {
            case "H", ">" -> HIGH;
            case "L", "<" -> LOW;
            case "HH" -> CRITICAL_HIGH;
            case "LL" -> CRITICAL_LOW;
            case "A", "AA" -> ABNORMAL;
            case "N" -> NONE;
            // From outside: HL7 table 0078.
            default -> ofRange(item);
        };
    }

    /// What the sender said of a value that no flag here shows: a resistance, a change since the last time.
    public static Optional<String> unread(LabExtract.AnalyteItem item) {
        var sent = item.flag().strip();
        return switch (sent.toUpperCase(Locale.ROOT)) {
            case "", "H", ">", "L", "<", "HH", "LL", "A", "AA", "N" -> Optional.empty();
            // From outside: HL7 table 0078 has more.
            default -> Optional.of(sent);
        };
    }

    /// Whether somebody can tell that a value without a flag here is normal: its sender said so, or its range in
    /// numbers does.
    static boolean judges(LabExtract.AnalyteItem item) {
        return !item.flag().isBlank()
                || Quantity.of(item.value()).isPresent()
                        && (Quantity.of(item.low()).isPresent()
                                || Quantity.of(item.high()).isPresent());
    }

    private static LabFlag ofRange(LabExtract.AnalyteItem item) {
        var value = Quantity.of(item.value());
        var low = Quantity.of(item.low()).map(Quantity::number);
        var high = Quantity.of(item.high()).map(Quantity::number);
        if (value.isEmpty()) {
            return NONE;
        }
        if (low.isPresent() && value.get().below(low.get())) {
            return LOW;
        }
        return high.isPresent() && value.get().above(high.get()) ? HIGH : NONE;
    }

    /// What stands beside a value in a narrow cell, as laboratories print it; none for `NONE`.
    public String letters() {
        return switch (this) {
            case NONE -> "";
            case HIGH -> "H";
            case LOW -> "L";
            case CRITICAL_HIGH -> "HH";
            case CRITICAL_LOW -> "LL";
            case ABNORMAL -> "A";
        };
    }

    /// The word in keys and style names.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package hmnet.viewer;

import java.util.Locale;

/// Where a value stands to its reference range (異常フラグ).
public enum LabFlag {
    NONE,
    HIGH,
    LOW,
    CRITICAL_HIGH,
    CRITICAL_LOW,
    ABNORMAL;

    /// The word in keys and style names.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

package hmnet.exchange.callers;

import java.util.Locale;

/// Whom a caller may learn of (照会できる範囲).
public enum Scope {
    /// Persons the facility has a tie to, and its own charts.
    OWN,
    /// Everybody who agreed: gateways of other regions. The office: everybody.
    REGION;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Scope of(String word) {
        for (var scope : values()) {
            if (scope.word().equals(word)) {
                return scope;
            }
        }
        throw new IllegalArgumentException("No scope is called " + word + ": own or region");
    }
}

package hmnet.consent.proxies;

import hmnet.consent.consents.ConsentChoice;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a proxy may read of the chart (代理人が読める範囲); nothing of it where it bears a sensitive label.
public enum ProxyReading {
    NOTHING(0),
    /// 薬と緊急だけ.
    MEDICINES_AND_EMERGENCY(ConsentChoice.MEDICINES_AND_EMERGENCY.kinds()),
    ALL(-1);

    private final long kinds;

    ProxyReading(long kinds) {
        this.kinds = kinds;
    }

    /// Mask of the kinds of record, as its column holds it.
    public long kinds() {
        return kinds;
    }

    /// As a form and a key of a message say it.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// By its word on a form.
    public static Optional<ProxyReading> of(String word) {
        return Arrays.stream(values()).filter(one -> one.word().equals(word)).findFirst();
    }

    /// By its column. A mask that no release wrote reads nothing.
    static ProxyReading of(long kinds) {
        return Arrays.stream(values())
                .filter(one -> one.kinds == kinds)
                .findFirst()
                .orElse(NOTHING);
    }
}

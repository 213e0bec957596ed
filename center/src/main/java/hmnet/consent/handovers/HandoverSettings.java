package hmnet.consent.handovers;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long a hospital finds a patient among those on the way (搬送先への共有の設定): `HMNET_HANDOVER_…`.
///
/// @param lasts after how long it ends by itself, 12 hours at most
@ConfigurationProperties("hmnet.handover")
record HandoverSettings(@DefaultValue("6h") Duration lasts) {
    private static final Duration MOST = Duration.ofHours(12);

    /// Shorter may be set, longer not.
    HandoverSettings {
        lasts = lasts.compareTo(MOST) > 0 ? MOST : lasts;
    }
}

package hmnet.consent.cards;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How a card in the app is shown (アプリのHMカードの設定): `HMNET_APPCARD_…`.
///
/// @param good for how long the QR that is shown can be read
@ConfigurationProperties("hmnet.appcard")
record AppCardSettings(@DefaultValue("60s") Duration good) {
    private static final Duration SHORTEST = Duration.ofSeconds(20);
    private static final Duration LONGEST = Duration.ofMinutes(5);

    AppCardSettings {
        if (good.compareTo(SHORTEST) < 0 || good.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("HMNET_APPCARD_GOOD is between 20 s and 5 min");
        }
    }
}

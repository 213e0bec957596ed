package hmnet.ground.federation;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long the centre waits for a hospital's identity provider (認証基盤の設定): `HMNET_FEDERATION_…`.
///
/// @param patience how long a hospital's identity provider may take for one answer to a browser; ten seconds at most
/// @param within how long somebody may be at their hospital's identity provider before they come back
@ConfigurationProperties("hmnet.federation")
record FederationSettings(
        @DefaultValue("3s") Duration patience,
        @DefaultValue("10m") Duration within) {
    private static final Duration LONGEST = Duration.ofSeconds(10);

    FederationSettings {
        patience = patience.compareTo(LONGEST) > 0 || !patience.isPositive() ? LONGEST : patience;
    }
}

package hmnet.ground.openid;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// What sub-systems are handed, and for how long (シングルサインオンの設定): `HMNET_OPENID_…`.
///
/// @param tokenWithin how long a token of a sub-system counts; five minutes at most, whatever is set
/// @param keyDays after how many days another key signs for sub-systems
@ConfigurationProperties("hmnet.openid")
record OpenIdSettings(
        @DefaultValue("5m") Duration tokenWithin,
        @DefaultValue("90") int keyDays) {
    private static final Duration LONGEST = Duration.ofMinutes(5);

    OpenIdSettings {
        tokenWithin = tokenWithin.compareTo(LONGEST) > 0 || !tokenWithin.isPositive() ? LONGEST : tokenWithin;
        keyDays = Math.clamp(keyDays, 1, 365);
    }
}

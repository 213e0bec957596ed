package hmnet.care.lifebox;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Life boxes (命の宝箱の設定): `HMNET_LIFEBOX_…`.
///
/// @param reviewMonths months after which a person is asked whether what stands is right still, 1 to 24
@ConfigurationProperties("hmnet.lifebox")
record LifeboxSettings(@DefaultValue("6") int reviewMonths) {
    LifeboxSettings {
        if (reviewMonths < 1 || reviewMonths > 24) {
            throw new IllegalArgumentException("HMNET_LIFEBOX_REVIEW_MONTHS is between 1 and 24");
        }
    }
}

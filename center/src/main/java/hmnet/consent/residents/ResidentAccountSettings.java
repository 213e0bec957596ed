package hmnet.consent.residents;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long residents' sign-ins last (本人のサインインの設定): `HMNET_RESIDENTACCOUNT_…`.
///
/// @param idle after how long without a request a resident is signed out
/// @param longest after how long a resident's session ends, used or not
/// @param letterDays for how many days a letter's code is good
/// @param copyDays after how many days without a visit a copy of a handbook on a device ends
@ConfigurationProperties("hmnet.residentaccount")
record ResidentAccountSettings(
        @DefaultValue("15m") Duration idle,
        @DefaultValue("4h") Duration longest,
        @DefaultValue("14") int letterDays,
        @DefaultValue("14") int copyDays) {
    ResidentAccountSettings {
        if (copyDays < 1 || copyDays > 90) {
            throw new IllegalArgumentException("A copy on a device lasts 1 to 90 days, not " + copyDays);
        }
    }
}

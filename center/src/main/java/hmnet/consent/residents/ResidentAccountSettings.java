package hmnet.consent.residents;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long residents' sign-ins last (本人のサインインの設定): `HMNET_RESIDENTACCOUNT_…`.
///
/// @param idle after how long without a request a resident is signed out
/// @param longest after how long a resident's session ends, used or not
/// @param letterDays for how many days a letter's code is good
@ConfigurationProperties("hmnet.residentaccount")
record ResidentAccountSettings(
        @DefaultValue("15m") Duration idle,
        @DefaultValue("4h") Duration longest,
        @DefaultValue("14") int letterDays) {}

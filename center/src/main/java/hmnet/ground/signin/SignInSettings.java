package hmnet.ground.signin;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How long a sign-in lasts (認証の設定): `HMNET_SIGNIN_…` (S003).
///
/// @param idleLock after how long without a request the screen locks
/// @param longest after how long a session ends, used or not
/// @param codeWithin how long the second factor may follow the first
/// @param slipDays for how many days after the day it was made a slip signs somebody in
@ConfigurationProperties("hmnet.signin")
record SignInSettings(
        @DefaultValue("10m") Duration idleLock,
        @DefaultValue("12h") Duration longest,
        @DefaultValue("5m") Duration codeWithin,
        @DefaultValue("14") int slipDays) {}

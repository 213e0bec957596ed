package hmnet.exchange.updates;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// When subscribers are told of changes (変更通知の設定): `HMNET_EXCHANGE_UPDATES_…`.
///
/// @param every how long the centre rests between two rounds
/// @param patience how long a machine may take to answer, and to acknowledge each message
/// @param again how long what was not acknowledged waits for its second try; each further try waits longer
@ConfigurationProperties("hmnet.exchange.updates")
public record UpdateSettings(
        @DefaultValue("3s") Duration every,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("15s") Duration again) {}

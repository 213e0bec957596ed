package hmnet.record.intake;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How much one message may hold (受信の上限): `HMNET_MESSAGE_MAX_BYTES`, checked before anything is read.
///
/// @param maxBytes a larger message is refused before it is read (413)
@ConfigurationProperties("hmnet.message")
record MessageLimits(@DefaultValue("134217728") int maxBytes) {}

package hmnet.ground.mllp;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where HL7 messages are heard and how much each sender is granted (MLLPの設定): `HMNET_MLLP_…`. Without a
/// port there is none.
///
/// @param port port for HL7 messages (MLLP over mutual TLS, with the certificates of `HMNET_MTLS_…`); without it there
///     is none, 0 for any free one
/// @param address of that port
/// @param maxBytes how large one message may be
/// @param idle how long a connection may stay silent between two messages
/// @param message how long one message may take from its first byte to its last, and its answer to be taken
/// @param connections connections at once, of all facilities
/// @param facilityConnections connections at once, of one facility
@ConfigurationProperties("hmnet.mllp")
record MllpSettings(
        @Nullable Integer port,
        @DefaultValue("127.0.0.1") String address,
        @DefaultValue("1048576") int maxBytes,
        @DefaultValue("10m") Duration idle,
        @DefaultValue("30s") Duration message,
        @DefaultValue("500") int connections,
        @DefaultValue("20") int facilityConnections) {}

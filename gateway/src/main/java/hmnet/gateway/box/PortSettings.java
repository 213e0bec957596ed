package hmnet.gateway.box;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The port for HL7 messages (電文の受付口の設定). Without a certificate of its own it is heard on this
/// machine alone.
///
/// @param callers CA of the machines that may call; null: anybody who reaches it
/// @param types MSH-9 such as `ADT^A08`, or `ADT`; none: all
record PortSettings(
        InetAddress address,
        int port,
        @Nullable Path certificate,
        @Nullable Path key,
        @Nullable Path callers,
        int maxBytes,
        Duration idle,
        Duration message,
        int connections,
        List<String> types) {
    static PortSettings of(ConfigFile words) {
        try {
            var settings = new PortSettings(
                    InetAddress.getByName(words.text("mllp.address", "127.0.0.1")),
                    words.number("mllp.port", 0, 65_535, 2575),
                    words.has("mllp.certificate") ? words.path("mllp.certificate") : null,
                    words.has("mllp.key") ? words.path("mllp.key") : null,
                    words.has("mllp.callers") ? words.path("mllp.callers") : null,
                    (int) words.bytes("mllp.max-bytes", "1MiB"),
                    words.time("mllp.idle", "10m"),
                    words.time("mllp.message", "30s"),
                    words.number("mllp.connections", 1, 500, 20),
                    words.list("mllp.types", ""));
            if ((settings.certificate == null) != (settings.key == null)) {
                throw new BadSetting("mllp.certificate and mllp.key go together");
            }
            if (settings.certificate == null && !settings.address.isLoopbackAddress()) {
                throw new BadSetting(
                        "mllp.address is reached from other machines: mllp.certificate and mllp.key are needed");
            }
            return settings;
        } catch (UnknownHostException e) {
            throw new BadSetting("mllp.address: " + e.getMessage());
        }
    }
}

package hmnet.witness;

import hmnet.witness.log.VerifierKey;
import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// What a witness was told when it was set up (立会人の設定): `witness.properties` in its folder.
///
/// @param url the centre, without a path
/// @param logKey the verifier key of the centre's log, compared with what the centre says by telephone
/// @param every between two looks
/// @param recount between two counts of the whole tree
/// @param silent how long nothing may be heard
/// @param still how long a log may stay as it is
/// @param clock how far the clocks may be apart
/// @param alarmCommand a program that is called for each alarm; empty for none
record WitnessSettings(
        URI url,
        VerifierKey logKey,
        Duration every,
        Duration recount,
        Duration silent,
        Duration still,
        Duration clock,
        String alarmCommand) {
    static final String FILE = "witness.properties";

    private static final Set<String> KNOWN = Set.of(
            "url",
            "log-key",
            "every-seconds",
            "recount-hours",
            "silent-minutes",
            "still-hours",
            "clock-seconds",
            "alarm-command");

    /// Instead of a key: what the centre says at the first look is believed, and held against it ever after.
    static final String FIRST_USE = "first-use";

    /// @param url another address than that of the file; null for that
    /// @param folder keeps the key that was believed at the first look
    static WitnessSettings read(Path file, @Nullable String url, WitnessFolder folder) throws IOException {
        if (!Files.exists(file)) {
            throw new BadWitnessSetting(file + " is not there; ./hmnet witness init makes it");
        }
        var given = new Properties();
        given.load(new StringReader(Files.readString(file)));
        var unknown = new TreeSet<>(given.stringPropertyNames());
        unknown.removeAll(KNOWN);
        if (!unknown.isEmpty()) {
            throw new BadWitnessSetting(file + ": unknown " + unknown);
        }
        try {
            var centre = url(url == null ? required(given, "url") : url);
            var key = required(given, "log-key");
            return new WitnessSettings(
                    centre,
                    VerifierKey.ofLog(key.equals(FIRST_USE) ? folder.logKey(() -> new CentreLog(centre).key()) : key),
                    Duration.ofSeconds(number(given, "every-seconds", 30)),
                    Duration.ofHours(number(given, "recount-hours", 24)),
                    Duration.ofMinutes(number(given, "silent-minutes", 10)),
                    Duration.ofHours(number(given, "still-hours", 72)),
                    Duration.ofSeconds(number(given, "clock-seconds", 120)),
                    given.getProperty("alarm-command", "").strip());
        } catch (IllegalArgumentException e) {
            throw new BadWitnessSetting(file + ": " + e.getMessage());
        }
    }

    /// The text of a new file.
    static String text(URI url, String logKey) {
        return """
                # 監査証跡の立会い（hmnet witness）の設定 - settings of this witness
                # センターの URL と、電話などで照合したログの検証鍵
                url=%s
                log-key=%s
                # 見に行く間隔（秒）、全体を数え直す間隔（時間）
                every-seconds=30
                recount-hours=24
                # 応答がない（分）、増えない（時間）、時計のずれ（秒）がこれを超えたら警報
                silent-minutes=10
                still-hours=72
                clock-seconds=120
                # 警報のたびに呼ぶプログラム（例: /usr/local/bin/mail-alarm.sh）。HMNET_ALARM と HMNET_ALARM_TEXT を渡す
                alarm-command=
                """.formatted(url, logKey);
    }

    /// `https://…`, or this machine.
    static URI url(String text) {
        var url = URI.create(text.endsWith("/") ? text.substring(0, text.length() - 1) : text);
        var scheme = String.valueOf(url.getScheme());
        if (url.getHost() == null || !(scheme.equals("https") || scheme.equals("http"))) {
            throw new BadWitnessSetting("a centre is given as https://host, not " + text);
        }
        return url;
    }

    private static String required(Properties given, String name) {
        var value = given.getProperty(name, "").strip();
        if (value.isEmpty()) {
            throw new IllegalArgumentException(name + " is missing");
        }
        return value;
    }

    private static long number(Properties given, String name, long otherwise) {
        var value = given.getProperty(name, "").strip();
        if (value.isEmpty()) {
            return otherwise;
        }
        if (!value.matches("[1-9][0-9]{0,6}")) {
            throw new IllegalArgumentException(name + " is a number from 1, not " + value);
        }
        return Long.parseLong(value);
    }
}

package hmnet.gateway.box;

import hmnet.gateway.Limits;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// All that a gateway is told (ゲートウェイの設定), from its one file.
record Settings(
        URI centre,
        Path certificate,
        Path key,
        Path ca,
        Path spool,
        Path spoolKey,
        long mostBytes,
        long keepFreeBytes,
        long messageMaxBytes,
        Duration longestRest,
        Duration report,
        RenewalTerms renewal,
        StandbyTerms standby,
        List<FolderSettings> folders,
        @Nullable PortSettings port) {
    /// Where copies of the facility's own records are kept, and how often it looks (非常時の写しの設定).
    ///
    /// @param folder null: none are fetched
    record StandbyTerms(@Nullable Path folder, Duration every) {}

    static Settings read(Path file) {
        var words = new ConfigFile(file);
        var spool = words.path("spool");
        var settings = new Settings(
                centre(words.text("centre")),
                words.path("certificate"),
                words.path("key"),
                words.path("ca"),
                spool,
                words.path("spool.key", spool.resolve("key")),
                words.bytes("spool.most", "20GiB"),
                words.bytes("spool.keep-free", "1GiB"),
                words.bytes("message.max-bytes", Long.toString(Limits.messageMaxBytes())),
                words.time("retry.most", "5m"),
                words.time("report.every", "5m"),
                RenewalTerms.of(words, words.path("certificate")),
                new StandbyTerms(
                        words.has("standby.folder") ? words.path("standby.folder") : null,
                        words.time("standby.every", "10m")),
                words.names("folder").stream()
                        .map(name -> FolderSettings.of(words, name))
                        .toList(),
                words.names("mllp").isEmpty() ? null : PortSettings.of(words));
        words.refuseTheRest();
        if (settings.folders.isEmpty() && settings.port == null) {
            throw new BadSetting("neither a folder nor an mllp.port: nothing to send");
        }
        return settings;
    }

    private static URI centre(String text) {
        if (!text.matches("https://[A-Za-z0-9.\\[\\]:-]+(/[A-Za-z0-9._~/-]*)?")) {
            throw new BadSetting("centre is an address such as https://centre.example:8443, not " + text);
        }
        return URI.create(text);
    }
}

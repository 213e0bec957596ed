package hmnet.record.examination;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Whether files are scanned for viruses (ウイルス検査の設定): `HMNET_CLAMAV`, `HMNET_UNSCANNED`.
///
/// @param clamav where ClamAV's `clamd` listens: `unix:/run/clamav/clamd.ctl` or `127.0.0.1:3310`; empty for no scanner
/// @param unscanned what happens to a file while the scanner does not answer: `wait` (it is filed and shown when it was
///     scanned) or `mark` (it is filed and shown, and named as not scanned)
@ConfigurationProperties("hmnet")
record ScannerSettings(
        @DefaultValue("") String clamav,
        @DefaultValue("wait") ScannerSilence unscanned) {
    /// What happens without an answer.
    enum ScannerSilence {
        WAIT,
        MARK
    }
}

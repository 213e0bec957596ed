package hmnet.record.examination;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.record.examination.ScannerSettings.ScannerSilence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Whether a file is known for harmful (ウイルス検査): by ClamAV where one is set. No answer is never taken for a good one.
@Component
class VirusScan {
    private static final Logger LOG = LoggerFactory.getLogger(VirusScan.class);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long BYTES_A_SECOND = 8 << 20;

    private final Optional<ClamScanner> scanner;
    private final ScannerSilence unscanned;

    VirusScan(ScannerSettings settings) {
        this.scanner = settings.clamav().isBlank()
                ? Optional.empty()
                : Optional.of(new ClamScanner(settings.clamav().strip(), PATIENCE));
        this.unscanned = settings.unscanned();
    }

    /// What is to be told of a file that may be opened.
    ///
    /// @throws Unreadable `virus`, or `not-scanned` where such a file waits
    List<Note> scan(byte[] bytes) throws Unreadable {
        return scan(new ByteArrayInputStream(bytes), bytes.length);
    }

    /// The same of a file of any length. `clamd` itself has a limit (`StreamMaxLength`); beyond it it says nothing.
    List<Note> scan(InputStream bytes, long length) throws Unreadable {
        if (scanner.isEmpty()) {
            return List.of();
        }
        try {
            var found = scanner.get().find(bytes, Duration.ofSeconds(length / BYTES_A_SECOND));
            if (!found.isEmpty()) {
                throw new Unreadable("virus", 0, "", found);
            }
            return List.of();
        } catch (IOException e) {
            LOG.warn("A file could not be scanned: {}", e.getMessage());
            return switch (unscanned) {
                case WAIT -> throw new Unreadable("not-scanned", 0, "", String.valueOf(e.getMessage()));
                case MARK -> List.of(Note.repair("not-scanned", 0, "", String.valueOf(e.getMessage())));
            };
        }
    }
}

package hmnet.record.examination;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.record.examination.ScannerSettings.ScannerSilence;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/// Whether a file is known for harmful (ウイルス検査): by ClamAV where one is set. No answer is never taken for a good one.
@Component
class VirusScan {
    private static final Logger LOG = LoggerFactory.getLogger(VirusScan.class);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    /// For how long nobody asks one that did not answer.
    private static final Duration REST = Duration.ofSeconds(30);

    private static final long BYTES_A_SECOND = 8 << 20;

    private final Optional<ClamScanner> scanner;
    private final ScannerSilence unscanned;
    private final ScannerBreaker breaker;

    @Autowired
    VirusScan(ScannerSettings settings) {
        this(settings, PATIENCE, REST);
    }

    VirusScan(ScannerSettings settings, Duration patience, Duration rest) {
        this.scanner = settings.clamav().isBlank()
                ? Optional.empty()
                : Optional.of(new ClamScanner(settings.clamav().strip(), patience));
        this.unscanned = settings.unscanned();
        this.breaker = new ScannerBreaker(rest);
    }

    ScannerBreaker breaker() {
        return breaker;
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
            var found = asked(scanner.get(), bytes, Duration.ofSeconds(length / BYTES_A_SECOND));
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

    /// One that keeps silent is not asked again for a while: whoever asked it would wait as long.
    private String asked(ClamScanner asked, InputStream bytes, Duration more) throws IOException {
        if (!breaker.admits()) {
            throw new IOException("clamd did not answer a moment ago and is not asked now");
        }
        boolean silent = false;
        try {
            return asked.find(bytes, more);
        } catch (SocketTimeoutException e) {
            silent = true;
            throw e;
        } finally {
            if (silent) {
                breaker.keptSilent();
            } else {
                breaker.answered();
            }
        }
    }
}

package hmnet.ground.mtls;

import hmnet.ground.database.UnsafeSetting;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Files that are read again when they change (追従するファイル). What cannot be used (half written, not a pair, not in
/// force yet) leaves what is in memory; it is told once and tried again at each look, since another file or a date may
/// mend it.
final class FollowedFiles {
    private static final Logger LOG = LoggerFactory.getLogger(FollowedFiles.class);

    /// For so long nobody wrote to a file that is read.
    private static final Duration SETTLED = Duration.ofSeconds(1);

    private final String name;
    private final List<Path> files;
    private final InstantSource clock;
    private Map<Path, FileStamp> seen;
    private Map<Path, FileStamp> looked;
    private String told = "";

    /// @param name of what they hold, for the log
    FollowedFiles(String name, List<Path> files, InstantSource clock) throws IOException {
        this.name = name;
        this.files = List.copyOf(files);
        this.clock = clock;
        this.seen = FileStamp.of(files);
        this.looked = seen;
    }

    /// What is done with files that changed.
    @FunctionalInterface
    interface ChangedFiles {
        void read() throws IOException, GeneralSecurityException;
    }

    synchronized void look(ChangedFiles changed) {
        try {
            var stamps = FileStamp.of(files);
            var settled = stamps.equals(looked) || stamps.values().stream().allMatch(this::isSettled);
            looked = stamps;
            if (!stamps.equals(seen) && settled) {
                changed.read();
                seen = stamps;
                told = "";
            }
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            tell(e);
        }
    }

    private boolean isSettled(FileStamp stamp) {
        return stamp.at().toInstant().plus(SETTLED).isBefore(clock.instant());
    }

    private void tell(Exception failure) {
        var words = failure + " " + looked;
        if (!words.equals(told)) {
            told = words;
            LOG.error("{} cannot be read again, what is in memory stays: {}", name, words(failure));
            LOG.debug("why", failure);
        }
    }

    private static String words(Exception failure) {
        return failure instanceof UnsafeSetting
                ? String.valueOf(failure.getMessage())
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
    }
}

package hmnet.record.examination;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.other.OtherFile;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What was found of files a moment ago (直前の検査結果), by their hash, so that a page and the file on it are one look.
/// Short and small: a scanner may know more tomorrow, and nothing of a patient stays in memory for long.
final class RecentVerdicts {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final long BYTES = 48L << 20;

    private final Map<String, FileVerdict> byHash = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /// What a file is, or why it is kept back.
    private record FileVerdict(
            @Nullable OtherFile file, @Nullable Note refusal, Instant at) {
        long size() {
            return file == null ? 0 : file.content().length;
        }
    }

    /// What the file is; empty when it was not looked at lately.
    synchronized Optional<OtherFile> of(String hash) throws Unreadable {
        forget();
        var verdict = byHash.get(hash);
        if (verdict == null) {
            return Optional.empty();
        }
        var refusal = verdict.refusal();
        if (refusal != null) {
            throw new Unreadable(refusal.code(), refusal.line(), refusal.field(), refusal.text());
        }
        return Optional.ofNullable(verdict.file());
    }

    void keep(String hash, OtherFile file) {
        keep(hash, new FileVerdict(file, null, Instant.now()));
    }

    void keep(String hash, Unreadable refusal) {
        keep(hash, new FileVerdict(null, refusal.note(), Instant.now()));
    }

    private synchronized void keep(String hash, FileVerdict verdict) {
        var before = byHash.put(hash, verdict);
        bytes += verdict.size() - (before == null ? 0 : before.size());
        forget();
    }

    private void forget() {
        var late = Instant.now().minus(KEPT);
        for (var all = byHash.values().iterator(); all.hasNext(); ) {
            var eldest = all.next();
            if (eldest.at().isBefore(late) || bytes > BYTES) {
                bytes -= eldest.size();
                all.remove();
            }
        }
    }
}

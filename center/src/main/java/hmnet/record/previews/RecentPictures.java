package hmnet.record.previews;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What was drawn a moment ago (直前のプレビュー), in memory alone, so that a page and its picture are drawn once. Short and
/// small: nothing of a patient stays for long, and nothing of it is ever on a disk.
final class RecentPictures {
    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final long BYTES = 64L << 20;

    private final Map<String, TimedPicture> byName = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /// What a program made of a file.
    ///
    /// @param pages how many the file has
    /// @param complete whether it said of nothing that it was left out
    @SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
    record ProgramPicture(int pages, byte[] content, boolean complete) {}

    private record TimedPicture(ProgramPicture picture, Instant at) {
        int size() {
            return picture.content().length;
        }
    }

    synchronized Optional<ProgramPicture> of(String name) {
        forget();
        return Optional.ofNullable(byName.get(name)).map(TimedPicture::picture);
    }

    synchronized ProgramPicture keep(String name, ProgramPicture picture) {
        var before = byName.put(name, new TimedPicture(picture, Instant.now()));
        bytes += picture.content().length - (before == null ? 0 : before.size());
        forget();
        return picture;
    }

    private void forget() {
        var late = Instant.now().minus(KEPT);
        for (var all = byName.values().iterator(); all.hasNext(); ) {
            var eldest = all.next();
            if (eldest.at().isBefore(late) || bytes > BYTES) {
                bytes -= eldest.size();
                all.remove();
            }
        }
    }
}

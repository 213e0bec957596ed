package hmnet.care.handbook;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// Where a resident takes everything of theirs away (自分の記録の書き出しの画面).
///
/// @param percent how far a copy is that is being made, or null
/// @param ready the copy that lies ready, or null
/// @param problem `failed`, `too-many` or `closed`; or null
public record OwnExportScreen(
        @Nullable Integer percent,
        @Nullable ReadyCopy ready,
        @Nullable String problem) {
    /// @param until when it goes
    public record ReadyCopy(long kilobytes, OffsetDateTime until) {}
}

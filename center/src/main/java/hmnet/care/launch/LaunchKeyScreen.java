package hmnet.care.launch;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The keys of a facility's own system (起動鍵の画面).
///
/// @param code the facility's code, as an address names it
/// @param fresh the key just made, whose secret is told this once; or null
record LaunchKeyScreen(
        String code,
        @Nullable String problem,
        @Nullable String done,
        @Nullable FreshLine fresh,
        List<KeyLine> keys) {
    /// A key just made.
    record FreshLine(String id, String secret) {}

    /// A key.
    record KeyLine(
            String id,
            String name,
            String facility,
            String by,
            OffsetDateTime at,
            @Nullable OffsetDateTime ended) {}
}

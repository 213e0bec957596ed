package hmnet.ground.federation;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who of a hospital signs in by its identity provider (紐付けの画面).
///
/// @param code of the facility, where an operator looks at another one; empty where it is the reader's own
public record TiesScreen(
        String facility,
        String code,
        List<TieLine> ties,
        @Nullable String done) {
    public record TieLine(
            long id,
            String name,
            OffsetDateTime madeAt,
            @Nullable OffsetDateTime lastUsedAt) {}
}

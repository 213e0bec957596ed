package hmnet.care.viewer;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A word of caution beside an entry (注意の印).
///
/// @param on its day, as 未告知 has one
public record Mark(MarkKind kind, @Nullable LocalDate on) {
    public static Mark of(MarkKind kind) {
        return new Mark(kind, null);
    }
}

package hmnet.ground.limits;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The alerts that a desk sees (閲覧・照会の警報).
///
/// @param problem `why` or `gone`; or null
/// @param done whether one was just closed
record AlertsScreen(
        List<AlertLine> open,
        List<AlertLine> closed,
        @Nullable String problem,
        boolean done) {
    /// @param who a name, or null for the facility as a whole or its machine
    /// @param closable whether this reader may close it
    record AlertLine(
            long id,
            String measure,
            @Nullable String who,
            String facility,
            int amount,
            boolean refused,
            OffsetDateTime beganAt,
            OffsetDateTime lastAt,
            boolean closable,
            @Nullable String closedBy,
            @Nullable OffsetDateTime closedAt,
            @Nullable String why) {}
}

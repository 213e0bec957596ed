package hmnet.ground.limits;

import hmnet.ground.design.TypedForm;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The alerts that a desk sees (閲覧・照会の警報).
///
/// @param problem `gone`, or null
/// @param done `closed` or `lifted` when one just was; or null
/// @param typed what was written about an alert and refused, by `why-` and its number
record AlertsScreen(
        List<AlertLine> open,
        List<AlertLine> closed,
        @Nullable String problem,
        @Nullable String done,
        TypedForm typed) {
    /// @param who a name, or null for the facility as a whole or its machine
    /// @param closable whether this reader may close it
    /// @param liftable whether this reader may lift the stop with it
    /// @param lifted whether the stop was lifted with it
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
            boolean liftable,
            @Nullable String closedBy,
            @Nullable OffsetDateTime closedAt,
            @Nullable String why,
            boolean lifted) {}
}

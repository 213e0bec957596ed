package hmnet.formats.chart;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// A visit, an admission or a discharge (来院・入退院).
///
/// @param event `visit`, `admitted`, `discharged`, `moved`, `leave` (外泊), `returned`
public record Stay(
        String key,
        OffsetDateTime at,
        String event,
        String department,
        String ward,
        String doctor,
        @Nullable OffsetDateTime admittedAt,
        @Nullable OffsetDateTime dischargedAt)
        implements Entry {}

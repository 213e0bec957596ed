package hmnet.formats.model.chart;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// A visit, an admission or a discharge (来院・入退院).
///
/// @param event `visit`, `admitted`, `discharged`, `moved`, `leave` (外泊), `returned`, `doctor`
///     (担当医の変更); what is yet to come: `booked`, `admission-planned`, `move-planned`,
///     `discharge-planned`; `not-come` (来院せず)
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

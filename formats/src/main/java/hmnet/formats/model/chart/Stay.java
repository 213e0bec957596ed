package hmnet.formats.model.chart;

import hmnet.formats.model.chart.OrderSource.CareSetting;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A visit, an admission or a discharge (来院・入退院).
///
/// @param event `visit`, `admitted`, `discharged`, `moved`, `leave` (外泊), `returned`, `doctor`
///     (担当医の変更); what is yet to come: `booked`, `admission-planned`, `move-planned`,
///     `discharge-planned`; what never was: `not-come` (来院せず), `visit-cancelled`,
///     `admission-cancelled` (取消)
/// @param formerWard of a move, where they lay before
/// @param outcome of a discharge (退院時転帰・退院先), `Concept.NONE` when not said
public record Stay(
        String key,
        OffsetDateTime at,
        String event,
        String department,
        String ward,
        String formerWard,
        String doctor,
        @Nullable OffsetDateTime admittedAt,
        @Nullable OffsetDateTime dischargedAt,
        Concept outcome,
        CareSetting setting,
        List<String> notes)
        implements Entry {
    /// With more notes.
    public Stay with(List<String> more) {
        return new Stay(
                key,
                at,
                event,
                department,
                ward,
                formerWard,
                doctor,
                admittedAt,
                dischargedAt,
                outcome,
                setting,
                Stream.concat(notes.stream(), more.stream()).toList());
    }

    /// As a sender tells it that says no more.
    public static Stay of(
            String key,
            OffsetDateTime at,
            String event,
            String department,
            String ward,
            String doctor,
            @Nullable OffsetDateTime admittedAt,
            @Nullable OffsetDateTime dischargedAt) {
        return new Stay(
                key,
                at,
                event,
                department,
                ward,
                "",
                doctor,
                admittedAt,
                dischargedAt,
                Concept.NONE,
                CareSetting.UNKNOWN,
                List.of());
    }
}

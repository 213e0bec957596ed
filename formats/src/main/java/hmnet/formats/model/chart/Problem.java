package hmnet.formats.model.chart;

import hmnet.formats.model.code.Label;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/// A diagnosis (病名). Dates are as precise as they were sent: `2026`, `2026-04` or `2026-04-01`.
///
/// @param from who recorded it
/// @param status refuted, ended; what became of it stands in `outcome`
/// @param recorded when it was, as FHIR writes it
/// @param disease with the codes of MEDIS, the receipt's code, ICD-10
/// @param outcome in words or as sent: 治ゆ, 死亡, 中止, 移行, empty while it goes on
public record Problem(
        String key,
        OffsetDateTime at,
        Concept disease,
        String onset,
        String ended,
        String outcome,
        boolean suspected,
        boolean main,
        OrderSource from,
        CareStatus status,
        boolean correction,
        String recorded,
        List<String> notes,
        Set<Label> labels)
        implements Entry {
    public Problem withDisease(Concept other) {
        return with(other, from, labels);
    }

    /// As a sender tells it that says no more.
    public static Problem of(
            String key,
            OffsetDateTime at,
            Concept disease,
            String onset,
            String ended,
            String outcome,
            boolean suspected,
            boolean main,
            String department,
            Set<Label> labels) {
        return new Problem(
                key,
                at,
                disease,
                onset,
                ended,
                outcome,
                suspected,
                main,
                OrderSource.of(department, ""),
                CareStatus.ACTIVE,
                false,
                "",
                List.of(),
                labels);
    }

    /// The same of another source, with other labels.
    public Problem from(OrderSource other, Set<Label> marked) {
        return with(disease, other, marked);
    }

    private Problem with(Concept named, OrderSource source, Set<Label> marked) {
        return new Problem(
                key,
                at,
                named,
                onset,
                ended,
                outcome,
                suspected,
                main,
                source,
                status,
                correction,
                recorded,
                notes,
                marked);
    }
}

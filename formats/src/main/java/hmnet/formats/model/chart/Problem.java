package hmnet.formats.model.chart;

import hmnet.formats.model.code.Label;
import java.time.OffsetDateTime;
import java.util.Set;

/// A diagnosis (病名). Dates are as precise as they were sent: `2026`, `2026-04` or `2026-04-01`.
///
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
        String department,
        Set<Label> labels)
        implements Entry {}

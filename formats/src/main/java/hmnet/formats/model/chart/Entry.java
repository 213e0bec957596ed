package hmnet.formats.model.chart;

import java.time.OffsetDateTime;

/// One row of a chart to be, before it is written as FHIR (記載).
public sealed interface Entry
        permits Medicines, Results, Problem, Allergies, Stay, PerformedActs, Paper, PersonProfile, KeptFhir {
    /// Unique within the sheet and the same in every version of it: of the item's own numbers, never its place.
    String key();

    /// When it was so in the patient's life: prescribed, taken, begun, written.
    OffsetDateTime at();
}

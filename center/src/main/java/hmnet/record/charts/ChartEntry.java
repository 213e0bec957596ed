package hmnet.record.charts;

import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.PatientId;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One row of a chart, as far as time line, sheets and lists draw it (診療情報の一件).
///
/// @param extract what the kind's sheet draws
/// @param cut of which original; null for what was computed here
public record ChartEntry(
        UUID id,
        RecordKind kind,
        FacilityId facility,
        String department,
        OffsetDateTime occurredAt,
        OffsetDateTime receivedAt,
        Set<Label> labels,
        boolean correction,
        boolean preliminary,
        String title,
        RowExtract extract,
        @Nullable CutFrom cut) {
    /// Of which patient's original a row was cut (原本).
    ///
    /// @param original tells originals apart and says nothing else
    record CutFrom(long patient, long original) {}

    /// Whose row it is at its facility; nothing for what was computed.
    public Optional<PatientId> patient() {
        return Optional.ofNullable(cut).map(from -> new PatientId(from.patient()));
    }

    /// What was computed from other rows.
    public ChartEntry(
            UUID id,
            RecordKind kind,
            FacilityId facility,
            String department,
            OffsetDateTime occurredAt,
            OffsetDateTime receivedAt,
            Set<Label> labels,
            boolean correction,
            boolean preliminary,
            String title,
            byte[] extract) {
        this(
                id,
                kind,
                facility,
                department,
                occurredAt,
                receivedAt,
                labels,
                correction,
                preliminary,
                title,
                new RowExtract(kind, extract),
                null);
    }
}

package hmnet.record.charts;

import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;

/// One row of a chart, as far as time line, sheets and lists draw it (診療情報の一件).
///
/// @param extract what the kind's sheet draws, as `hmnet.formats.extract` reads it
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
        byte[] extract) {}

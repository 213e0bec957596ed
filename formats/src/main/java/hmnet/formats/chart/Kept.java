package hmnet.formats.chart;

import hmnet.formats.Code;
import hmnet.formats.Label;
import hmnet.formats.RecordKind;
import hmnet.formats.extract.Extract;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/// What came as FHIR and stays as it came (FHIRのまま残す記載): only its ids and references become ours.
///
/// @param resources each one FHIR resource as JSON, its `id` and references as sent
@SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
public record Kept(
        String key,
        OffsetDateTime at,
        RecordKind kind,
        String title,
        List<Code> codes,
        Extract extract,
        List<byte[]> resources,
        Set<Label> labels)
        implements Entry {}

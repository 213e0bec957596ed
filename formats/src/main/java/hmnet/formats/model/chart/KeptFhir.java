package hmnet.formats.model.chart;

import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.extract.Extract;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;

/// What came as FHIR and stays as it came (FHIRのまま残す記載): only its ids and references become ours.
///
/// @param department that asked for it or saw the patient (診療科), empty when not said
/// @param resources the main one first
public record KeptFhir(
        String key,
        OffsetDateTime at,
        RecordKind kind,
        String title,
        String department,
        List<ResourceSubject> about,
        Extract extract,
        List<KeptResource> resources,
        Set<Label> labels)
        implements Entry {
    /// All codes in it, each once.
    public List<Code> codes() {
        return about.stream()
                .flatMap(each -> each.concept().codes().stream())
                .distinct()
                .toList();
    }

    /// What one of its resources is about: a test, a drug, a diagnosis.
    public record ResourceSubject(String type, Concept concept) {}

    /// One resource as it came.
    ///
    /// @param fullUrl by which others of the bundle may name it, empty when there is none
    /// @param json the resource, its `id` and references as sent
    @SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
    public record KeptResource(String fullUrl, String type, String id, byte[] json) {}
}

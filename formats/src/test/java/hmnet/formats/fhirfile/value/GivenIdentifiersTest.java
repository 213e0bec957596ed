package hmnet.formats.fhirfile.value;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.fhirfile.value.GivenIdentifiers.GivenIdentifier;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// Which identifiers name a record, and which name who or where.
class GivenIdentifiersTest {
    private static byte[] bundle(String... resources) {
        var entries = String.join("},{\"resource\":", resources);
        return "{\"resourceType\":\"Bundle\",\"entry\":[{\"resource\":%s}]}"
                .formatted(entries)
                .getBytes(StandardCharsets.UTF_8);
    }

    private static String identifier(String name, String system, String value) {
        return "\"%s\":[{\"system\":\"%s\",\"value\":\"%s\"}]".formatted(name, system, value);
    }

    @Test
    void documentsOrdersSpecimensAndStudiesAreNamed() throws Exception {
        var bundle = bundle(
                "{\"resourceType\":\"ImagingStudy\",%s}"
                        .formatted(identifier("identifier", "urn:dicom:uid", "urn:oid:1.2.3")),
                "{\"resourceType\":\"Specimen\",\"accessionIdentifier\":{\"system\":\"urn:a\",\"value\":\"A1\"}}",
                "{\"resourceType\":\"DocumentReference\",\"masterIdentifier\":{\"system\":\"urn:d\",\"value\":\"D1\"},%s}"
                        .formatted(identifier("identifier", "urn:e", "E1")),
                "{\"resourceType\":\"MedicationRequest\",\"groupIdentifier\":{\"system\":\"urn:g\",\"value\":\"G1\"}}",
                "{\"resourceType\":\"ServiceRequest\",\"requisition\":{\"system\":\"urn:g\",\"value\":\"G1\"}}");
        assertThat(GivenIdentifiers.of(bundle))
                .containsExactly(
                        new GivenIdentifier("urn:dicom:uid", "urn:oid:1.2.3"),
                        new GivenIdentifier("urn:a", "A1"),
                        new GivenIdentifier("urn:e", "E1"),
                        new GivenIdentifier("urn:d", "D1"),
                        new GivenIdentifier("urn:g", "G1"));
    }

    /// A number without a system is anybody's, and one of a person or of a drug's place in a prescription is shared by
    /// thousands.
    @Test
    void whatNamesNoRecordIsLeftOut() throws Exception {
        var bundle = bundle(
                "{\"resourceType\":\"Patient\",%s}".formatted(identifier("identifier", "urn:p", "00000042")),
                "{\"resourceType\":\"Practitioner\",%s}".formatted(identifier("identifier", "urn:q", "D001")),
                "{\"resourceType\":\"Condition\",\"identifier\":[{\"value\":\"1\"}]}",
                "{\"resourceType\":\"MedicationRequest\",%s}"
                        .formatted(identifier("identifier", "urn:oid:1.2.392.100495.20.3.81", "1")));
        assertThat(GivenIdentifiers.of(bundle)).isEmpty();
    }
}

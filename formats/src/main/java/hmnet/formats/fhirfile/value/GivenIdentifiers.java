package hmnet.formats.fhirfile.value;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The identifiers that others gave to what a FHIR bundle holds (他者が付けた番号): of documents, orders, specimens,
/// studies. Those of people, facilities and drugs' places in a prescription name no record.
public final class GivenIdentifiers {
    private static final List<String> PATHS =
            List.of("identifier", "masterIdentifier", "accessionIdentifier", "groupIdentifier", "requisition");
    private static final Set<String> NO_RECORDS = Set.of(
            "Patient",
            "RelatedPerson",
            "Practitioner",
            "PractitionerRole",
            "Organization",
            "Location",
            "Device",
            "Coverage",
            "Medication");
    private static final String PLACES = "urn:oid:1.2.392.100495.20.3.8";

    private GivenIdentifiers() {}

    /// One identifier.
    public record GivenIdentifier(String system, String value) {}

    /// Those that name their system, each once.
    public static List<GivenIdentifier> of(byte[] bundle) throws Unreadable {
        return JsonDocument.read(bundle).stream()
                .flatMap(document -> document.all("entry.resource").stream())
                .filter(resource -> !NO_RECORDS.contains(resource.text("resourceType")))
                .flatMap(GivenIdentifiers::of)
                .distinct()
                .toList();
    }

    private static Stream<GivenIdentifier> of(JsonValue resource) {
        return PATHS.stream()
                .flatMap(path -> resource.all(path).stream())
                .map(each -> new GivenIdentifier(each.text("system"), each.text("value")))
                .filter(each -> !each.system().isEmpty() && !each.value().isEmpty())
                .filter(each -> !each.system().startsWith(PLACES));
    }
}

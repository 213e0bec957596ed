package hmnet.formats.fhirfile.outline;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhirfile.FhirFile;
import hmnet.formats.fhirfile.xml.FhirXml;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a bundle says of itself (Bundleの概要), looked at before anybody reads what is in it.
///
/// @param type empty when it names none
/// @param name its identifier's value or its id, by which a later one takes its place; empty when it has neither
/// @param entries in their order
/// @param named how it names each patient
public record BundleOutline(String type, String name, List<RequestedEntry> entries, Set<NamedPatient> named) {
    private static final List<String> SUBJECTS = List.of("subject", "patient", "beneficiary", "for");

    /// A patient as one of its resources names them.
    ///
    /// @param givers the systems of all numbers
    /// @param read the system of the one that is taken for the chart number; empty when it has none
    public record NamedPatient(List<String> givers, String read) {}

    /// One entry of it.
    ///
    /// @param method of its request, empty when it has none
    /// @param resource its type, empty when there is none
    public record RequestedEntry(String method, String resource) {}

    /// @throws Unreadable `not-fhir` when it is no bundle, else what is wrong with JSON or XML
    public static BundleOutline of(byte[] bytes) throws Unreadable {
        var values = FhirFile.startsWith(bytes, '<')
                ? List.of(FhirXml.read(bytes, new ArrayList<>()))
                : JsonDocument.read(bytes);
        var bundle = values.getFirst();
        if (values.size() > 1 || !bundle.text("resourceType").equals("Bundle")) {
            throw new Unreadable("not-fhir", bundle.line(), "resourceType", "one Bundle is expected");
        }
        var name = bundle.text("identifier.value");
        return new BundleOutline(
                bundle.text("type"),
                name.isEmpty() ? bundle.text("id") : name,
                bundle.all("entry").stream()
                        .map(entry ->
                                new RequestedEntry(entry.text("request.method"), entry.text("resource.resourceType")))
                        .toList(),
                bundle.all("entry.resource").stream()
                        .flatMap(BundleOutline::named)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    /// The systems of the numbers by which it names patients.
    public Set<String> givers() {
        return named.stream()
                .flatMap(patient -> patient.givers().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Stream<NamedPatient> named(JsonValue resource) {
        var naming = resource.text("resourceType").equals("Patient")
                ? Stream.of(resource)
                : SUBJECTS.stream().flatMap(path -> resource.all(path).stream());
        return naming.filter(node -> node.at("identifier").exists())
                .map(node -> new NamedPatient(
                        node.all("identifier.system").stream()
                                .map(system -> system.text().strip())
                                .toList(),
                        FhirFile.chartNumber(node).text("system").strip()));
    }
}

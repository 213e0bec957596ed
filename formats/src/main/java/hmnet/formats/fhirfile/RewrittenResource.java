package hmnet.formats.fhirfile;

import hmnet.formats.base.json.JsonDocument;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.model.chart.KeptFhir;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A resource as it goes into a row (行に入る資源): as sent, but that it names its patient by reference only.
/// Insured numbers are evidence about who the person is; others never see them (健康保険法 第194条の2).
final class RewrittenResource {
    static final String PATIENT = "patient";

    private final Map<Resource, KeptFhir.KeptResource> written = new HashMap<>();
    private final @Nullable Resource patient;

    /// @param patient whom the rows are about
    RewrittenResource(@Nullable Resource patient) {
        this.patient = patient;
    }

    /// Written once, in however many rows it stands.
    private KeptFhir.KeptResource of(Resource resource) {
        return written.computeIfAbsent(resource, this::written);
    }

    private KeptFhir.KeptResource written(Resource resource) {
        var node = copy(resource.node());
        return new KeptFhir.KeptResource(
                resource.fullUrl(), resource.type(), resource.name(), JsonDocument.write(node));
    }

    /// Who is named when a reference calls the patient; written into no row.
    private static KeptFhir.KeptResource patient() {
        var node = JsonValue.object()
                .put("resourceType", JsonValue.text("Patient", 0))
                .put("id", JsonValue.text(PATIENT, 0));
        return new KeptFhir.KeptResource("", "Patient", PATIENT, JsonDocument.write(node));
    }

    /// What holds nothing of that stays the same node. The depth of what we read is bounded.
    private JsonValue copy(JsonValue node) {
        if (node.isArray()) {
            var elements = node.elements().stream()
                    .filter(each -> !isInsurance(each))
                    .map(this::copy)
                    .toList();
            return same(elements, node.elements()) ? node : node.withElements(elements);
        }
        if (!node.isObject()) {
            return node;
        }
        if (namesPatient(node)) {
            return JsonValue.object().put("reference", JsonValue.text("Patient/" + PATIENT, node.line()));
        }
        Map<String, JsonValue> members = new LinkedHashMap<>();
        node.members().forEach((name, value) -> {
            boolean emptied = value.isArray()
                    && !value.elements().isEmpty()
                    && value.elements().stream().allMatch(RewrittenResource::isInsurance);
            if (!emptied) {
                members.put(name, copy(value));
            }
        });
        return same(members.values(), node.members().values()) ? node : node.withMembers(members);
    }

    /// Whether they are the very same nodes.
    private static boolean same(Collection<JsonValue> some, Collection<JsonValue> others) {
        var other = others.iterator();
        return some.size() == others.size() && some.stream().allMatch(each -> each.isSame(other.next()));
    }

    private static boolean isInsurance(JsonValue each) {
        return FhirPersons.isMember(each) || each.text("resourceType").equals("Coverage");
    }

    private boolean namesPatient(JsonValue node) {
        if (FhirPersons.isMember(node.at("identifier"))
                && node.text("resourceType").isEmpty()) {
            return true;
        }
        var reference = node.text("reference");
        return reference.startsWith("Patient/")
                || reference.contains("/Patient/")
                || patient != null && !patient.fullUrl().isEmpty() && reference.equals(patient.fullUrl());
    }

    /// The resources in the order of the file, none twice.
    List<KeptFhir.KeptResource> all(List<Resource> resources) {
        var kept = new ArrayList<KeptFhir.KeptResource>();
        resources.stream().distinct().forEach(resource -> kept.add(of(resource)));
        kept.add(patient());
        return List.copyOf(kept);
    }
}

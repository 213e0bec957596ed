package hmnet.formats.fhirfile;

import hmnet.formats.chart.Kept;
import hmnet.formats.json.JsonDocument;
import hmnet.formats.json.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A resource as it goes into a row (行に入る資源): as sent, but that it names its patient by reference only.
/// Insured numbers are evidence about who the person is; others never see them (健康保険法 第194条の2).
final class Rewritten {
    static final String PATIENT = "patient";

    private Rewritten() {}

    static Kept.Resource of(Resource resource, @Nullable Resource patient) {
        var node = copy(resource.node(), patient);
        return new Kept.Resource(resource.fullUrl(), resource.type(), resource.name(), JsonDocument.write(node));
    }

    /// Who is named when a reference calls the patient; written into no row.
    static Kept.Resource patient() {
        var node = Node.object().put("resourceType", Node.text("Patient", 0)).put("id", Node.text(PATIENT, 0));
        return new Kept.Resource("", "Patient", PATIENT, JsonDocument.write(node));
    }

    /// The depth of what we read is bounded.
    private static Node copy(Node node, @Nullable Resource patient) {
        if (node.isArray()) {
            var elements = new ArrayList<Node>();
            node.elements().stream()
                    .filter(each -> !isInsurance(each))
                    .forEach(each -> elements.add(copy(each, patient)));
            return node.withElements(elements);
        }
        if (!node.isObject()) {
            return node;
        }
        if (namesPatient(node, patient)) {
            return Node.object().put("reference", Node.text("Patient/" + PATIENT, node.line()));
        }
        Map<String, Node> members = new LinkedHashMap<>();
        node.members().forEach((name, value) -> {
            boolean emptied = value.isArray()
                    && !value.elements().isEmpty()
                    && value.elements().stream().allMatch(Rewritten::isInsurance);
            if (!emptied) {
                members.put(name, copy(value, patient));
            }
        });
        return node.withMembers(members);
    }

    private static boolean isInsurance(Node each) {
        return Persons.isMember(each) || each.text("resourceType").equals("Coverage");
    }

    private static boolean namesPatient(Node node, @Nullable Resource patient) {
        if (Persons.isMember(node.at("identifier")) && node.text("resourceType").isEmpty()) {
            return true;
        }
        var reference = node.text("reference");
        return reference.startsWith("Patient/")
                || reference.contains("/Patient/")
                || patient != null && !patient.fullUrl().isEmpty() && reference.equals(patient.fullUrl());
    }

    /// The resources in the order of the file, none twice.
    static List<Kept.Resource> all(List<Resource> resources, @Nullable Resource patient) {
        var kept = new ArrayList<Kept.Resource>();
        resources.stream().distinct().forEach(resource -> kept.add(of(resource, patient)));
        kept.add(patient());
        return List.copyOf(kept);
    }
}

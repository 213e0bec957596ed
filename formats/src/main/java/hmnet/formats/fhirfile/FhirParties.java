package hmnet.formats.fhirfile;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.code.Code;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Who asked, who did it and where (依頼者・実施者・施設): names and numbers of what a resource refers to.
final class FhirParties {
    private static final String EXTENSION = "JP_MedicationAdministration_Request";
    private static final Set<String> INPATIENT = Set.of("IMP", "ACUTE", "NONAC");

    private final Resource resource;
    private final Support support;

    FhirParties(Resource resource, Support support) {
        this.resource = resource;
        this.support = support;
    }

    /// Who asked for it, in which department of which institution, and whether for somebody in a bed.
    OrderSource source() {
        var who = asked();
        var role = named(who, "PractitionerRole");
        var organization = organization(who, role);
        boolean part = organization.at("partOf").exists() || isDepartment(organization);
        var whole = part ? find(organization.at("partOf")) : organization;
        var department = department();
        var own = Codes.concept(role.at("specialty"));
        if (department.isNone()) {
            department = part ? organization(organization) : own;
        }
        var facility = organization(whole);
        return new OrderSource(department, person(who), facility.isNone() ? institution() : facility, setting());
    }

    /// A department's own organization, or the number of an institution that has no name here.
    private Concept institution() {
        for (var extension : resource.all("extension")) {
            if (extension.text("url").endsWith("InstitutionNumber")) {
                var number = extension.at("valueIdentifier");
                return new Concept("", List.of(new Code(number.text("system"), number.text("value"), "")));
            }
        }
        return Concept.NONE;
    }

    private JsonValue asked() {
        for (var path : List.of("requester", "asserter", "recorder")) {
            if (resource.node().at(path).exists()) {
                return resource.node().at(path);
            }
        }
        for (var path : List.of("request", "authorizingPrescription", "basedOn")) {
            var order = resource.node().at(path);
            var by = find(order).at("requester");
            if (by.exists()) {
                return by;
            }
            if (path.equals("authorizingPrescription")
                    && order.exists()
                    && order.text("reference").isEmpty()) {
                return order;
            }
        }
        for (var extension : resource.all("extension")) {
            if (extension.text("url").endsWith(EXTENSION + "er")) {
                return extension.at("valueReference");
            }
        }
        if (resource.is("Procedure")) {
            return resource.node().at("performer.actor");
        }
        return JsonValue.NONE;
    }

    private JsonValue find(JsonValue reference) {
        return support.find(resource, reference.text("reference"));
    }

    private JsonValue named(JsonValue reference, String type) {
        var found = find(reference);
        return found.text("resourceType").equals(type) ? found : JsonValue.NONE;
    }

    private JsonValue organization(JsonValue who, JsonValue role) {
        return role.exists() ? find(role.at("organization")) : named(who, "Organization");
    }

    private static boolean isDepartment(JsonValue organization) {
        return organization.all("type.coding.code").stream()
                .anyMatch(type -> type.text().equals("dept"));
    }

    private Concept department() {
        for (var extension : resource.all("extension")) {
            var url = extension.text("url");
            if (url.endsWith("_Department") || url.endsWith(EXTENSION + "Department")) {
                return Codes.concept(extension.at("valueCodeableConcept"));
            }
        }
        return Codes.concept(encounter().at("serviceType"));
    }

    private JsonValue encounter() {
        return resource.is("Encounter")
                ? resource.node()
                : find(resource.node().at(resource.is("MedicationAdministration") ? "context" : "encounter"));
    }

    private CareSetting setting() {
        var codes = resource.all("category.coding.code").stream()
                .map(JsonValue::text)
                .toList();
        var kind = encounter().text("class.code");
        if (codes.contains("I") || codes.contains("IHP") || INPATIENT.contains(kind)) {
            return CareSetting.INPATIENT;
        }
        boolean outside = codes.contains("O") || codes.contains("OHP") || codes.contains("OHI");
        return outside || !kind.isEmpty() ? CareSetting.OUTPATIENT : CareSetting.UNKNOWN;
    }

    /// A person by their reference: name and number, of a role those of who has it.
    Concept person(JsonValue reference) {
        var found = find(reference);
        if (found.text("resourceType").equals("PractitionerRole")) {
            var within = person(found.at("practitioner"));
            return within.isNone() ? Concept.of(reference.text("display")) : within;
        }
        if (found.text("resourceType").equals("Organization")) {
            return Concept.NONE;
        }
        var name = name(found);
        var shown = name.isEmpty() ? reference.text("display") : name;
        return numbered(shown, found.exists() ? found : reference);
    }

    /// With every number of theirs.
    private static Concept numbered(String name, JsonValue who) {
        return new Concept(
                name,
                who.all("identifier").stream()
                        .map(number -> new Code(number.text("system"), number.text("value"), name))
                        .toList());
    }

    private static Concept organization(JsonValue organization) {
        return numbered(organization.text("name"), organization);
    }

    /// A person or an institution by reference, in words.
    String shown(JsonValue reference) {
        var found = find(reference);
        if (found.text("resourceType").equals("Organization")) {
            return found.text("name");
        }
        var person = person(reference);
        return person.text().isEmpty() ? reference.text("display") : person.text();
    }

    private static String name(JsonValue person) {
        var names = person.all("name");
        var name = names.stream()
                .filter(each -> each.all("extension").stream()
                        .anyMatch(extension -> extension.text("valueCode").equals("IDE")))
                .findFirst()
                .orElse(names.isEmpty() ? JsonValue.NONE : names.getFirst());
        return !name.text("text").isEmpty()
                ? name.text("text")
                : Stream.of(name.text("family"), name.text("given"))
                        .filter(part -> !part.isEmpty())
                        .collect(Collectors.joining(" "));
    }

    /// Who did it (実施者), all of them.
    Concept performer() {
        var actors = resource.all("performer").stream()
                .map(each -> each.at("actor").exists() ? each.at("actor") : each)
                .toList();
        if (actors.size() == 1) {
            var one = person(actors.getFirst());
            return one.isNone() ? Concept.of(shown(actors.getFirst())) : one;
        }
        return Concept.of(
                actors.stream().map(this::shown).filter(name -> !name.isEmpty()).collect(Collectors.joining("、")));
    }
}

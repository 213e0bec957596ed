package hmnet.formats.fhirfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.ResourceFactory;
import org.hl7.fhir.r4.model.ResourceType;

/// The elements of R4 as its reference model has them (要素の一覧): what `elements.csv` must say.
final class ElementTable {
    private static final String HEAD =
            "# FHIR R4 (4.0.1): a type, its elements (* a list) with what they are: a type, boolean, number, base64, xhtml, Resource; nothing for text";
    private static final Set<String> OF_ALL = Set.of("id", "extension", "modifierExtension");
    private static final Set<String> OF_RESOURCES =
            Set.of("id", "extension", "modifierExtension", "meta", "implicitRules", "language", "text", "contained");
    private static final List<String> OF_EXTENSIONS = List.of(
            "Address Age Annotation Attachment CodeableConcept Coding ContactPoint Count Distance Duration HumanName Identifier Money Period Quantity Range Ratio Reference SampledData Signature Timing ContactDetail Contributor DataRequirement Expression ParameterDefinition RelatedArtifact TriggerDefinition UsageContext Dosage Meta Narrative Extension"
                    .split(" "));

    private final Map<String, String> types = new TreeMap<>();

    private ElementTable() {}

    static String text() {
        var table = new ElementTable();
        for (var type : ResourceType.values()) {
            table.visit(type.name(), ResourceFactory.createResource(type.name()));
        }
        OF_EXTENSIONS.forEach(table::visit);
        return table.types.entrySet().stream()
                .map(type -> type.getKey() + "," + type.getValue())
                .collect(Collectors.joining("\n", HEAD + "\n", "\n"));
    }

    private void visit(String type) {
        if (!types.containsKey(type)) {
            visit(type, ResourceFactory.createType(type));
        }
    }

    private void visit(String type, Base base) {
        if (types.putIfAbsent(type, "") != null) {
            return;
        }
        var known = base instanceof Resource ? OF_RESOURCES : OF_ALL;
        var elements = new ArrayList<String>();
        for (var property : base.children()) {
            if (!known.contains(property.getName())) {
                elements.add(element(type, base, property));
            }
        }
        types.put(type, String.join(" ", elements));
    }

    private String element(String type, Base base, Property property) {
        var name = property.getName() + (property.getMaxCardinality() > 1 ? "*" : "");
        var codes = Stream.of(
                        property.getTypeCode().replaceAll("\\([^)]*\\)", "").split("\\|"))
                .map(code -> code.equals("SimpleQuantity") || code.equals("MoneyQuantity") ? "Quantity" : code)
                .toList();
        if (name.contains("[x]")) {
            codes.stream().filter(ElementTable::isComplex).forEach(this::visit);
            return name;
        }
        var code = codes.getFirst();
        if (code.isEmpty() || code.equals("Element") || code.equals("BackboneElement")) {
            var path = type + "." + property.getName();
            visit(path, base.addChild(property.getName()));
            return name + ":" + path;
        }
        if (code.startsWith("@")) {
            return name + ":" + code.substring(1);
        }
        if (isComplex(code)) {
            visit(code);
        }
        return switch (code) {
            case "decimal", "integer", "positiveInt", "unsignedInt" -> name + ":number";
            case "boolean", "xhtml" -> name + ":" + code;
            case "base64Binary" -> name + ":base64";
            default -> Character.isUpperCase(code.charAt(0)) ? name + ":" + code : name;
        };
    }

    private static boolean isComplex(String code) {
        return !code.isEmpty() && Character.isUpperCase(code.charAt(0)) && !code.equals("Resource");
    }
}

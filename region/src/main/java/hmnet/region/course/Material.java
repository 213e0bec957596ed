package hmnet.region.course;

import hmnet.formats.base.Table;
import hmnet.formats.hl7v2.message.CodedText;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What is drawn from a patient for the laboratory (検体材料), and what the order for it is called.
record Material(String key, CodedText type, CodedText panel) {
    private static final Map<String, Material> ALL = Table.read(Material.class, "materials.csv").stream()
            .map(row -> new Material(
                    row.get(0),
                    new CodedText(row.get(1), row.get(2), "JC10"),
                    new CodedText(row.get(3), row.get(4), "99O03")))
            .collect(Collectors.toMap(Material::key, Function.identity()));

    static Material of(String key) {
        return TableReferences.in(ALL, key);
    }
}

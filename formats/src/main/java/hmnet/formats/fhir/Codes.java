package hmnet.formats.fhir;

import hmnet.formats.base.Table;
import hmnet.formats.base.json.JsonValue;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.code.Code;
import java.util.ArrayList;
import java.util.Map;
import java.util.stream.Collectors;

/// Codes of a concept as sent (コード), each followed by itself under the name we know its system by
/// (`same-systems.csv`).
public final class Codes {
    private static final Map<String, String> SAME = Table.read(Codes.class, "same-systems.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> row.get(1)));

    private Codes() {}

    /// @param concept a CodeableConcept
    public static Concept concept(JsonValue concept) {
        var codes = new ArrayList<Code>();
        for (var coding : concept.all("coding")) {
            var sent = new Code(coding.text("system"), coding.text("code"), coding.text("display"));
            codes.add(sent);
            var ours = SAME.get(sent.system());
            if (ours != null) {
                codes.add(new Code(ours, sent.code(), sent.display()));
            }
        }
        return new Concept(concept.text("text"), codes);
    }

    /// The code lists rest on: one of a system we know, else the first.
    public static Code main(Concept concept) {
        return concept.codes().stream()
                .filter(code -> SAME.containsValue(code.system()))
                .findFirst()
                .orElseGet(concept::first);
    }
}

package hmnet.formats.fhirfile.value;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.model.chart.Sheet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Everybody whom a file of FHIR tells of (記載された患者): each `Patient` in it, wherever it stands, and each that a
/// reference
/// names.
public final class MentionedPatients {
    private static final String PATIENT = "Patient";
    private final Set<String> given = new HashSet<>();
    private final Set<String> addressed = new HashSet<>();
    private int count;

    private MentionedPatients() {}

    public static Set<String> of(List<JsonValue> values, List<Sheet> sheets) {
        var mentioned = new MentionedPatients();
        values.forEach(value -> mentioned.look("", value));
        var patients = sheets.stream().map(Sheet::patient).collect(Collectors.toCollection(HashSet::new));
        for (int more = patients.size(); more < mentioned.count; more++) {
            patients.add("Patient " + more); // one of whom no sheet tells
        }
        mentioned.addressed.stream()
                .filter(address -> mentioned.count > 0 && !mentioned.given.contains(address))
                .forEach(patients::add);
        if (mentioned.count == 0 && mentioned.addressed.size() > 1) {
            patients.addAll(mentioned.addressed);
        }
        return patients;
    }

    /// The depth of what we read is bounded.
    private void look(String fullUrl, JsonValue value) {
        if (value.text("resourceType").equals(PATIENT)) {
            count++;
            given.add(fullUrl);
            given.add(PATIENT + "/" + value.text("id"));
        }
        for (var member : value.members().entrySet()) {
            if (member.getKey().equals("reference") && member.getValue().isText()) {
                address(member.getValue().text());
            }
            var url = member.getKey().equals("resource") ? value.text("fullUrl") : "";
            look(url, member.getValue());
        }
        value.elements().forEach(element -> look("", element));
    }

    private void address(String reference) {
        int at = reference.lastIndexOf(PATIENT + "/");
        if (at >= 0) {
            var rest = reference.substring(at);
            int history = rest.indexOf("/_history");
            addressed.add(history < 0 ? rest : rest.substring(0, history));
        }
    }
}

package hmnet.formats.fhirfile.value;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import java.util.ArrayList;
import java.util.List;

/// How a value is judged (判定): the first code as its flag, all other words beside it.
///
/// @param code empty where only words were sent
public record Interpretation(String code, List<String> words) {
    public static Interpretation of(JsonValue observation) {
        var words = new ArrayList<String>();
        var flag = "";
        for (var each : observation.all("interpretation")) {
            var said = Codes.concept(each);
            var code = said.codes().isEmpty() ? "" : said.first().code();
            boolean brief = code.isEmpty() && said.text().matches("[A-Z<>+-]{1,3}");
            if (flag.isEmpty()) {
                flag = brief ? said.text() : code;
            } else {
                words.add(said.shown());
            }
            if (!said.text().isBlank() && !said.text().equals(flag)) {
                words.add("判定 " + said.text());
            }
        }
        return new Interpretation(flag, List.copyOf(words));
    }
}

package hmnet.formats.labcsv;

import java.util.Map;

/// One result as a laboratory sent it, by the names of the layout (検査結果の1行).
///
/// @param number of its line
public record LabLine(int number, Map<String, String> values) {
    /// Empty for what was not sent.
    public String at(String field) {
        return values.getOrDefault(field, "");
    }

    /// Which order or which day of which patient.
    String set() {
        var taken = at("sampled") + at("sampledTime");
        return at("patient") + "/" + (at("order").isEmpty() ? taken : at("order") + "/" + taken);
    }
}

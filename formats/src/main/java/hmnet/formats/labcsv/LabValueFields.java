package hmnet.formats.labcsv;

import hmnet.formats.model.chart.Results;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A result's value and its limits as a layout has columns for them (検査値の欄).
final class LabValueFields {
    private static final List<String> SIGNS = List.of("<=", ">=", "<", ">");

    private LabValueFields() {}

    static void value(LabLayout layout, Results.TestResult result, Map<String, String> values) {
        var value = result.value().isBlank() ? result.coded().shown() : result.value();
        var sign = SIGNS.stream().filter(value::startsWith).findFirst().orElse("");
        var sent = layout.sent("limit", sign);
        boolean parted = !sign.isEmpty() && layout.means("limit", sent);
        values.put("value", parted ? value.substring(sign.length()).strip() : value);
        if (parted) {
            values.put("limit", sent);
        }
    }

    static void range(Set<String> fields, Results.TestResult result, Map<String, String> values) {
        if (fields.contains("low") && fields.contains("high")) {
            values.put("low", result.low());
            values.put("high", result.high());
            values.put("range", result.range());
        } else {
            values.put("range", result.range().isBlank() ? words(result) : result.range());
        }
    }

    private static String words(Results.TestResult result) {
        if (!result.low().isEmpty() && !result.high().isEmpty()) {
            return result.low() + "-" + result.high();
        } else if (!result.low().isEmpty()) {
            return result.low() + "以上";
        }
        return result.high().isEmpty() ? "" : result.high() + "以下";
    }
}

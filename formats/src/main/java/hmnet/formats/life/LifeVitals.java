package hmnet.formats.life;

import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Results;
import hmnet.formats.model.code.Code;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Measures of a LIFE record (LIFEの計測値), each result with its unit.
final class LifeVitals {
    private static final Map<String, Code> VITALS = Map.of(
            "height", new Code("http://loinc.org", "8302-2", "身長"),
            "weight", new Code("http://loinc.org", "29463-7", "体重"),
            "bmi", new Code("http://loinc.org", "39156-5", "BMI"));
    private static final Map<String, String> UNITS = Map.of("height", "cm", "weight", "kg", "bmi", "kg/m2");

    private LifeVitals() {}

    static List<Entry> vitals(LifeRow row, OffsetDateTime at) {
        var results = new ArrayList<Results.TestResult>();
        for (var column : List.of("height", "weight", "bmi")) {
            var value = row.at(column);
            if (!value.isEmpty()) {
                var code = VITALS.getOrDefault(column, new Code("", column, column));
                var unit = UNITS.getOrDefault(column, "");
                results.add(Results.TestResult.of(
                        column,
                        new Concept(code.display(), List.of(code)),
                        value,
                        new Amount(value, unit, unit, "http://unitsofmeasure.org"),
                        Concept.NONE,
                        "",
                        "",
                        "",
                        "F",
                        at,
                        List.of()));
            }
        }
        return results.isEmpty()
                ? List.of()
                : List.of(Results.of(
                        "vitals",
                        at,
                        Results.ResultKind.VITAL,
                        "身体計測",
                        Concept.NONE,
                        "",
                        "",
                        results,
                        at,
                        false,
                        Set.of()));
    }
}

package hmnet.region.course;

import hmnet.formats.base.Table;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How a laboratory value runs while an illness lasts (経過): from its value at the onset to another one
/// years later.
record Trend(String illness, String analyte, double atOnset, double later, double years) {
    private static final Map<String, List<Trend>> BY_ANALYTE = Table.read(Trend.class, "courses.csv").stream()
            .map(row -> new Trend(
                    row.get(0),
                    row.get(1),
                    Double.parseDouble(row.get(2)),
                    Double.parseDouble(row.get(3)),
                    Double.parseDouble(row.get(4))))
            .collect(Collectors.groupingBy(Trend::analyte));

    static List<Trend> of(Analyte analyte) {
        return BY_ANALYTE.getOrDefault(analyte.key(), List.of());
    }

    double after(double yearsIll) {
        return atOnset + (later - atOnset) * Math.clamp(yearsIll / years, 0, 1);
    }
}

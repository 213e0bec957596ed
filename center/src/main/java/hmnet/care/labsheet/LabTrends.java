package hmnet.care.labsheet;

import hmnet.formats.model.extract.LabExtract;
import hmnet.ground.directory.FacilityId;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The curves of a sheet (推移の組立): of each analyte that has at least three numbers.
final class LabTrends {
    private static final int LEAST = 3;

    private LabTrends() {}

    static Map<Analyte, LabTrend> of(List<LabValue> values, Function<FacilityId, String> facilities) {
        var series = values.stream()
                .filter(LabValue::counts)
                .filter(value -> Quantity.of(value.item().value())
                        .filter(Quantity::exact)
                        .isPresent())
                .collect(Collectors.groupingBy(LabValue::analyte, LinkedHashMap::new, Collectors.toList()));
        var trends = new LinkedHashMap<Analyte, LabTrend>();
        series.forEach((analyte, of) -> {
            if (of.size() >= LEAST) {
                trends.put(analyte, trend("trend-" + (trends.size() + 1), analyte, of, facilities));
            }
        });
        return trends;
    }

    private static LabTrend trend(
            String id, Analyte analyte, List<LabValue> values, Function<FacilityId, String> facilities) {
        var newest = values.getFirst().item();
        return new LabTrend(
                id,
                newest.name(),
                LabUnits.shown(newest.unit()),
                newest.specimen().isEmpty() ? analyte.shown() : newest.specimen() + " " + analyte.shown(),
                values.stream()
                        .map(value -> value.item().name())
                        .filter(name -> !LocalTestName.folded(name).equals(LocalTestName.folded(newest.name())))
                        .distinct()
                        .toList(),
                shared(values, LabExtract.AnalyteItem::low),
                shared(values, LabExtract.AnalyteItem::high),
                values.stream()
                        .sorted(Comparator.comparing(value -> value.entry().occurredAt()))
                        .map(value -> point(value, facilities))
                        .toList());
    }

    private static LabTrend.Point point(LabValue value, Function<FacilityId, String> facilities) {
        return new LabTrend.Point(
                value.entry().occurredAt(),
                Quantity.of(value.item().value()).orElseThrow().number(),
                value.item().value(),
                value.flag(),
                facilities.apply(value.entry().facility()));
    }

    /// One end of the reference range, where all values have the same: a band is drawn for all of them.
    private static @Nullable Double shared(List<LabValue> values, Function<LabExtract.AnalyteItem, String> end) {
        var ends = values.stream()
                .map(LabValue::item)
                .map(end)
                .map(text -> Quantity.of(text).map(Quantity::number).orElse(Double.NaN))
                .collect(Collectors.toSet());
        double only = ends.size() == 1 ? ends.iterator().next() : Double.NaN;
        return Double.isNaN(only) ? null : only;
    }
}

package hmnet.region.course;

import hmnet.formats.hl7v2.message.LabSpecimen;
import hmnet.formats.hl7v2.message.LabSpecimen.LabItem;
import hmnet.region.plan.Chance;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;

/// The laboratory (検査室): what would be found in somebody's blood on a day. Each person has values of their
/// own, moved by their illnesses; no two measurements are quite the same.
final class Laboratory {
    private final Chart chart;

    /// Wherever they are treated: blood tells the same to every hospital.
    private final List<Sickness> sicknesses;

    Laboratory(Chart chart) {
        this.chart = chart;
        this.sicknesses = chart.sicknessesEverywhere();
    }

    /// Everything the illnesses of that day ask for, by specimen.
    List<LabSpecimen> specimens(
            OffsetDateTime drawn, String order, List<Sickness> active, List<Analyte> besides, String status) {
        var analytes = new LinkedHashSet<Analyte>();
        active.forEach(sickness -> analytes.addAll(sickness.illness().tests()));
        analytes.addAll(besides);
        var day = drawn.toLocalDate();
        var chance = chart.chance(day.toEpochDay());
        var items = new LinkedHashMap<String, List<LabItem>>();
        for (var analyte : analytes) {
            items.computeIfAbsent(analyte.material(), material -> new ArrayList<>())
                    .add(analyte.item(value(analyte, day, chance), status));
        }
        var specimens = new ArrayList<LabSpecimen>();
        items.forEach((key, found) -> {
            var material = Material.of(key);
            var id = order.substring(2) + specimens.size();
            specimens.add(new LabSpecimen(id, material.type(), drawn, material.panel(), drawn.plusMinutes(75), found));
        });
        return specimens;
    }

    /// The value of one test, as it is written.
    String found(Analyte analyte, LocalDate day) {
        return analyte.item(value(analyte, day, chart.chance(day.toEpochDay())), "F")
                .value();
    }

    private double value(Analyte analyte, LocalDate day, Chance chance) {
        var own = Chance.of(chart.plan().seed(), "own", chart.resident().index(), analyte.key());
        var usual = analyte.typical() + analyte.spread() * 0.7 * own.swing();
        for (var trend : Trend.of(analyte)) {
            for (var sickness : sicknesses) {
                if (sickness.illness().key().equals(trend.illness()) && sickness.isActive(day)) {
                    usual = trend.after(sickness.years(day)) + analyte.spread() * 0.5 * own.swing();
                }
            }
        }
        return usual + analyte.spread() * 0.3 * chance.swing();
    }
}

package hmnet.care.labsheet;

import static hmnet.formats.model.code.RecordKind.DISPENSING;
import static hmnet.formats.model.code.RecordKind.PRESCRIPTION;

import hmnet.care.labsheet.LabSheet.AnalyteRow;
import hmnet.care.therapy.TherapyNote;
import hmnet.care.therapy.TherapyNote.TherapyDrug;
import hmnet.care.therapy.TherapyTarget;
import hmnet.care.viewer.RangeQuery;
import hmnet.care.viewer.Timelines;
import hmnet.formats.model.extract.PrescriptionExtract;
import hmnet.formats.model.extract.PrescriptionExtract.DrugItem;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartEntry;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// What guidelines say of the tests on a sheet under the drugs of the chart (治療域の参考).
final class Therapies {
    private static final int DAYS = 120;
    private static final int ENTRIES = 200;

    private Therapies() {}

    /// Reads the chart only where a test on the sheet asks for a drug.
    static List<TherapyNote> of(Chart chart, LabSheet sheet, LocalDate today, Function<FacilityId, String> facilities) {
        var targets = TherapyTarget.all()
                .filter(target -> sheet.rows().stream().map(AnalyteRow::therapy).anyMatch(target.word()::equals))
                .toList();
        var drugs = targets.stream().anyMatch(TherapyTarget::asksForDrug)
                ? chart.entries(
                        PRESCRIPTION.mask() | DISPENSING.mask(),
                        Optional.empty(),
                        RangeQuery.since(today.minusDays(DAYS)),
                        ENTRIES)
                : List.<ChartEntry>of();
        return of(targets, drugs, facilities);
    }

    static List<TherapyNote> of(
            List<TherapyTarget> targets, List<ChartEntry> drugs, Function<FacilityId, String> facilities) {
        return targets.stream()
                .flatMap(target -> target.asksForDrug()
                        ? drug(target, drugs, facilities).map(drug -> new TherapyNote(target.word(), drug)).stream()
                        : Stream.of(new TherapyNote(target.word(), null)))
                .toList();
    }

    private static Optional<TherapyDrug> drug(
            TherapyTarget target, List<ChartEntry> drugs, Function<FacilityId, String> facilities) {
        return drugs.stream()
                .flatMap(entry -> items(entry)
                        .filter(item -> item.isCurrent() && target.isDrug(item.code(), item.name()))
                        .map(item ->
                                new TherapyDrug(item.name(), Timelines.day(entry), facilities.apply(entry.facility()))))
                .findFirst();
    }

    private static Stream<DrugItem> items(ChartEntry entry) {
        return entry.extract().read() instanceof PrescriptionExtract prescription
                ? prescription.items().stream()
                : Stream.of();
    }
}

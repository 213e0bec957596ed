package hmnet.care.drughistory;

import hmnet.care.medicines.CurrentDrug;
import hmnet.care.medicines.CurrentDrug.DrugStanding;
import hmnet.care.medicines.CurrentDrugs;
import hmnet.care.medicines.DrugIdentity;
import hmnet.care.viewer.ChartFrames;
import hmnet.formats.base.Unreadable;
import hmnet.formats.fhirfile.FhirFile;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.code.RecordKind;
import hmnet.formats.model.pharmacy.PharmacySlip;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.record.charts.Chart;
import hmnet.record.charts.Chart.Document;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/// The medicines taken now as the records say them whole (お薬手帳に書く薬): where one was dispensed, the dispensing.
@Component
public class HandbookDrugs {
    private static final int INSTITUTION = 10;

    private final ChartFrames chartFrames;
    private final Facilities facilities;

    HandbookDrugs(ChartFrames chartFrames, Facilities facilities) {
        this.chartFrames = chartFrames;
        this.facilities = facilities;
    }

    /// @param lost drugs of which the record could not be read again, by their names
    public record ReadDrugs(List<Medicines> medicines, List<String> lost) {}

    /// What begins later is not yet taken and is left to the next time.
    public ReadDrugs of(Chart chart) {
        var today = chartFrames.today();
        var entries = CurrentDrugs.lastYear(chart, today);
        var byRecord = new LinkedHashMap<UUID, List<DrugIdentity>>();
        for (var drug : CurrentDrugs.of(entries, today, chartFrames::name)) {
            if (drug.standing() != DrugStanding.UPCOMING) {
                byRecord.computeIfAbsent(record(drug), id -> new ArrayList<>()).add(identity(drug));
            }
        }
        var read = new ReadDrugs(new ArrayList<>(), new ArrayList<>());
        byRecord.forEach((record, drugs) -> read(chart, record, drugs, read));
        return read;
    }

    private static UUID record(CurrentDrug drug) {
        var handover = drug.handover();
        return handover == null ? drug.entry().id() : handover.record();
    }

    private static DrugIdentity identity(CurrentDrug drug) {
        var handover = drug.handover();
        return handover == null ? drug.drug() : handover.drug();
    }

    private void read(Chart chart, UUID record, List<DrugIdentity> drugs, ReadDrugs read) {
        var left = new LinkedHashMap<String, DrugIdentity>();
        drugs.forEach(drug -> left.put(drug.name(), drug));
        chart.document(record)
                .ifPresent(document -> medicines(document).forEach(medicines -> {
                    var chosen = medicines.drugs().stream()
                            .filter(drug -> drug.status().state().isCurrent())
                            .filter(drug -> named(drug, left)
                                    || drug.ingredients().stream()
                                            .anyMatch(part ->
                                                    left.containsKey(part.drug().shown())))
                            .toList();
                    if (!chosen.isEmpty()) {
                        read.medicines().add(whole(medicines.withDrugs(chosen), document));
                        chosen.forEach(drug -> {
                            left.remove(drug.drug().shown());
                            drug.ingredients()
                                    .forEach(part -> left.remove(part.drug().shown()));
                        });
                    }
                }));
        read.lost().addAll(left.keySet());
    }

    private static boolean named(PrescribedDrug drug, Map<String, DrugIdentity> left) {
        return left.containsKey(drug.drug().shown());
    }

    private static List<Medicines> medicines(Document document) {
        var found = new ArrayList<Medicines>();
        try {
            for (var sheet : FhirFile.read(document.bundle().getBytes(StandardCharsets.UTF_8))
                    .plainSheets()) {
                sheet.entries().stream()
                        .filter(Medicines.class::isInstance)
                        .map(Medicines.class::cast)
                        .forEach(found::add);
            }
            return found;
        } catch (Unreadable e) {
            return List.of();
        }
    }

    /// With the facility that filed it: as the dispenser of a dispensing, else as where it was prescribed.
    private Medicines whole(Medicines medicines, Document document) {
        var sender = institution(facilities.get(document.entry().facility()));
        if (document.entry().kind() == RecordKind.DISPENSING) {
            return medicines.withDrugs(
                    medicines.drugs().stream().map(drug -> drug.withBy(sender)).toList());
        }
        var from = medicines.from();
        var place = from.facility().isNone() ? sender : from.facility();
        return medicines.from(
                new OrderSource(from.department(), from.doctor(), place, from.setting()), medicines.labels());
    }

    private static Concept institution(Facility facility) {
        var code = facility.code();
        return code.length() == INSTITUTION
                ? PharmacySlip.institution(
                        code.substring(0, 2), code.substring(2, 3), code.substring(3), facility.name())
                : PharmacySlip.institution("", "", "", facility.name());
    }
}

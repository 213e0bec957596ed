package hmnet.formats.jahis.tc;

import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.pharmacy.PharmacySlip;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// One dispensing of a handbook in the words of a chart (調剤の記載).
final class TcDispensing {
    private static final String PHARMACY = "4";
    private static final Set<String> BY_THE_PATIENT = Set.of("2", "8", "9");

    private final TcFile file;
    private final Dispensing dispensing;
    private final Notes notes;
    private final LocalDate day;

    TcDispensing(TcFile file, Dispensing dispensing, Notes notes) {
        this.file = file;
        this.dispensing = dispensing;
        this.notes = notes;
        this.day = TcSheets.day(dispensing);
    }

    /// Medicines by doctor; where nothing was dispensed, what was told.
    List<Entry> entries() {
        var beside = new TcRemarks(file, dispensing, day);
        if (dispensing.orders().isEmpty()) {
            return beside.told().isEmpty() ? List.of() : List.of(beside.paper());
        }
        var remarks = beside.remarks();
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < dispensing.orders().size(); i++) {
            entries.add(medicines(i, remarks));
        }
        return entries;
    }

    private Medicines medicines(int number, List<String> remarks) {
        var orders = dispensing.orders().get(number);
        var stated = BY_THE_PATIENT.contains(dispensing.day().at(2));
        var drugs = new TcDrugs(notes, day, institution("11"), TcRecorder.of(dispensing.day()));
        return new Medicines(
                "dispensing/" + (number + 1),
                JapaneseDate.at(day),
                stated ? Medicines.MedicineAct.STATED : Medicines.MedicineAct.DISPENSED,
                false,
                Medicines.classes(dispensing.first("11").at(3).equals(PHARMACY) ? "OHP" : ""),
                new OrderSource(
                        Concept.of(orders.doctor().at(2)),
                        Concept.of(orders.doctor().at(1)),
                        dispensing.first("51").has(1) ? institution("51") : inHouse(),
                        CareSetting.UNKNOWN),
                orders.groups().stream()
                        .flatMap(group -> drugs.drugs(group).stream())
                        .toList(),
                remarks,
                false,
                Set.of());
    }

    /// A hospital that dispenses itself names itself only as the dispenser.
    private Concept inHouse() {
        return dispensing.first("11").at(3).equals(PHARMACY) ? Concept.NONE : institution("11");
    }

    private Concept institution(String tag) {
        var line = dispensing.first(tag);
        return PharmacySlip.institution(line.at(2), line.at(3), line.at(4), line.at(1));
    }
}

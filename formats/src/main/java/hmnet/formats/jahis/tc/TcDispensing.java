package hmnet.formats.jahis.tc;

import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.pharmacy.Supply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// One dispensing of a handbook in the words of a chart (調剤の記載).
final class TcDispensing {
    private static final int USAGE_CODE = 16;
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
        var place = dispensing.first("51");
        return Medicines.of(
                "dispensing/" + (number + 1),
                JapaneseDate.at(day),
                stated ? Medicines.MedicineAct.STATED : Medicines.MedicineAct.DISPENSED,
                false,
                switch (dispensing.first("11").at(3)) {
                    case "4" -> "OHP";
                    case "1", "3" -> "OHI";
                    default -> "";
                },
                orders.doctor().at(2),
                orders.doctor().at(1),
                place.has(1) ? place.at(1) : inHouse(),
                orders.groups().stream().flatMap(this::drugs).toList(),
                remarks,
                false,
                Set.of());
    }

    /// A hospital that dispenses itself names itself only as the dispenser.
    private String inHouse() {
        var dispenser = dispensing.first("11");
        return dispenser.at(3).equals("4") ? "" : dispenser.at(1);
    }

    private Stream<PrescribedDrug> drugs(TcGroup group) {
        var usage = group.usage();
        var supply = supply(usage);
        return group.medicines().stream().map(medicine -> {
            var line = medicine.drug();
            var amount = Amount.of(line.at(3), line.at(4));
            if (!Supply.isClean(amount.value())) {
                notes.info("amount-not-a-number", line, 3, amount.value());
            }
            boolean coded = usage.at(7).length() == USAGE_CODE && !usage.at(6).equals("1");
            var plain = PrescribedDrug.of(
                    group.number(),
                    TcDrugWords.concept(line),
                    Amount.NONE,
                    Amount.NONE,
                    usage.at(2),
                    coded ? usage.at(7) : "",
                    0,
                    false,
                    day,
                    Amount.NONE,
                    Concept.NONE,
                    TcDrugWords.words(group, medicine));
            return supply.of(plain, amount, Amount.NONE);
        });
    }

    private Supply supply(RecordLine usage) {
        int quantity = Supply.count(usage.at(3));
        if (quantity == 0) {
            notes.info("quantity-not-a-number", usage, 3, usage.at(3));
        }
        boolean days = usage.at(4).contains("日");
        return switch (usage.at(5)) {
            case "1", "6", "7" -> new Supply(Supply.SupplyForm.INTERNAL, quantity, true);
            case "3" -> new Supply(Supply.SupplyForm.AS_NEEDED, quantity, false);
            case "2", "4", "5", "9", "10" -> new Supply(Supply.SupplyForm.WHOLE, quantity, days);
            default -> new Supply(Supply.SupplyForm.UNKNOWN, quantity, false);
        };
    }
}

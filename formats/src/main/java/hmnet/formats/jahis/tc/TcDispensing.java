package hmnet.formats.jahis.tc;

import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.Medicines.PrescribedDrug;
import hmnet.formats.model.chart.Paper;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.pharmacy.DrugCodes;
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
        var remarks = remarks();
        if (dispensing.orders().isEmpty()) {
            return told().isEmpty() ? List.of() : List.of(paper());
        }
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
        return new Medicines(
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
            var plain = new PrescribedDrug(
                    group.number(),
                    concept(line),
                    Amount.NONE,
                    Amount.NONE,
                    usage.at(2),
                    coded ? usage.at(7) : "",
                    0,
                    false,
                    day,
                    Amount.NONE,
                    Concept.NONE,
                    words(group, medicine));
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

    private static Concept concept(RecordLine line) {
        var codes = new ArrayList<Code>();
        var system = DrugCodes.system(line.at(5), line.at(6));
        if (!system.isEmpty() && line.has(6)) {
            codes.add(new Code(system, line.at(6), line.at(2)));
        }
        if (line.at(9).equals("2") && line.has(10)) {
            codes.add(new Code(DrugCodes.GENERIC, line.at(10), line.at(8)));
        }
        return new Concept(line.at(2), codes);
    }

    private static List<String> words(TcGroup group, TcMedicine medicine) {
        var words = new ArrayList<String>();
        group.more().stream().filter(line -> !line.tag().equals("301")).forEach(line -> words.add(text(line)));
        medicine.more().forEach(line -> words.add(text(line)));
        var usage = group.usage();
        if (usage.has(5) && Supply.count(usage.at(5)) == 0 || Supply.count(usage.at(5)) > 10) {
            words.add("用量 " + medicine.drug().at(3) + medicine.drug().at(4) + " 調剤数量 " + usage.at(3) + usage.at(4));
        }
        if (medicine.drug().has(8)) {
            words.add("一般名 " + medicine.drug().at(8));
        }
        words.removeIf(String::isBlank);
        return List.copyOf(words);
    }

    /// Behind the number of the group, or in its place.
    private static String text(RecordLine line) {
        boolean numbered = !line.at(1).isEmpty() && line.at(1).chars().allMatch(c -> c >= '0' && c <= '9');
        return numbered ? line.at(2) : line.has(1) ? line.at(1) : line.at(2);
    }

    private List<String> remarks() {
        var remarks = new ArrayList<String>();
        var by = (dispensing.first("11").at(1) + " " + dispensing.first("15").at(1)).strip();
        if (!by.isEmpty()) {
            remarks.add("調剤 " + by);
        }
        if (!file.alone().isWhole()) {
            remarks.add("分割データ" + file.alone().total() + "件のうち" + file.alone().number() + "件目のみ");
        }
        told().forEach(section -> remarks.add(section.title() + " " + section.text()));
        return List.copyOf(remarks);
    }

    private List<Paper.PaperSection> told() {
        var told = new ArrayList<Paper.PaperSection>();
        for (var line : dispensing.more()) {
            var title = switch (line.tag()) {
                case "401" -> "服用注意";
                case "411" ->
                    switch (line.at(2)) {
                        case "30" -> "提供情報（入院中の副作用）";
                        case "31" -> "提供情報（退院後の服薬）";
                        default -> "提供情報";
                    };
                case "421" -> "残薬確認";
                case "501" -> "備考";
                case "601" -> "患者等記入";
                default -> "";
            };
            if (!title.isEmpty() && line.has(1)) {
                told.add(new Paper.PaperSection(title, line.at(1)));
            }
        }
        return told;
    }

    private Paper paper() {
        var by = dispensing.first("11");
        return new Paper(
                "told",
                JapaneseDate.at(day),
                Paper.PaperKind.DOCUMENT,
                Concept.of("お薬手帳の提供情報"),
                "お薬手帳の提供情報",
                (by.at(1) + " " + dispensing.first("15").at(1)).strip(),
                "",
                told(),
                "",
                new byte[0],
                Set.of());
    }
}

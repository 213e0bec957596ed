package hmnet.formats.jahis.rx;

import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.pharmacy.DrugCodes;
import hmnet.formats.model.pharmacy.Supply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// The drugs of a prescription (処方薬): amounts by the form of their group, what belongs to them in words.
final class RxDrugs {
    private static final int USAGE_CODE = 16;
    private static final String ONLY_WORDS = "0X0XXXXXXXXX0000";

    private final RxFile file;
    private final Notes notes;
    private final LocalDate start;

    RxDrugs(RxFile file, Notes notes, LocalDate start) {
        this.file = file;
        this.notes = notes;
        this.start = start;
    }

    List<PrescribedDrug> drugs() {
        var drugs = new ArrayList<PrescribedDrug>();
        for (var group : file.groups()) {
            var usage = usage(group);
            for (var medicine : group.medicines()) {
                drugs.add(drug(group, usage, medicine));
            }
        }
        return drugs;
    }

    private record RxUsage(String words, String code) {}

    /// Some systems leave out a column, so that the words stand where the code should.
    private RxUsage usage(RxGroup group) {
        var line = group.first("111");
        var words = line.at(4);
        var code = line.at(3);
        if (words.isEmpty() && code.chars().anyMatch(c -> c > 0x7F)) {
            notes.repair("column-shifted", line, 3, code);
            return new RxUsage(code, "");
        }
        boolean coded = code.length() == USAGE_CODE
                && !code.equals(ONLY_WORDS)
                && !line.at(2).equals("1");
        return new RxUsage(words, coded ? code : "");
    }

    private PrescribedDrug drug(RxGroup group, RxUsage usage, RxMedicine medicine) {
        var line = medicine.drug();
        var amount = Amount.of(line.at(7), line.at(9));
        if (!Supply.isClean(amount.value())) {
            notes.info("amount-not-a-number", line, 7, amount.value());
        }
        var plain = PrescribedDrug.of(
                group.number(),
                concept(line),
                Amount.NONE,
                Amount.NONE,
                usage.words,
                usage.code,
                0,
                false,
                start,
                Amount.NONE,
                Concept.NONE,
                notes(group, medicine));
        return supply(group).of(plain, amount, once(medicine));
    }

    private static Amount once(RxMedicine medicine) {
        for (var more : medicine.more()) {
            if (more.tag().equals("241")) {
                return Amount.of(more.at(3), medicine.drug().at(9));
            }
        }
        return Amount.NONE;
    }

    private Supply supply(RxGroup group) {
        var form = group.form();
        int quantity = Supply.count(form.at(4));
        if (quantity == 0) {
            notes.info("quantity-not-a-number", form, 4, form.at(4));
        }
        return switch (form.at(2)) {
            case "1" -> new Supply(Supply.SupplyForm.INTERNAL, quantity, true);
            case "2" -> new Supply(Supply.SupplyForm.AS_NEEDED, quantity, false);
            default -> new Supply(Supply.SupplyForm.WHOLE, quantity, false);
        };
    }

    private static Concept concept(RecordLine line) {
        var system = DrugCodes.system(line.at(4), line.at(5));
        return system.isEmpty() || !line.has(5)
                ? Concept.of(line.at(6))
                : new Concept(line.at(6), List.of(new Code(system, line.at(5), line.at(6))));
    }

    private static List<String> notes(RxGroup group, RxMedicine medicine) {
        var notes = new ArrayList<String>();
        for (var line : group.more()) {
            if (line.tag().equals("181")) {
                notes.add(line.at(4));
            } else if (line.tag().equals("102")) {
                notes.add("分割 今回" + line.at(2) + " 総" + line.at(3));
            }
        }
        if (medicine.drug().at(8).equals("2")) {
            notes.add("力価で表した量");
        }
        for (var line : medicine.more()) {
            switch (line.tag()) {
                case "211" -> notes.add("単位変換係数 " + line.at(3));
                case "221" ->
                    notes.add("不均等 "
                            + IntStream.rangeClosed(3, 7)
                                    .filter(line::has)
                                    .mapToObj(line::at)
                                    .collect(Collectors.joining("-")));
                case "281" -> notes.add(line.at(5));
                default -> {}
            }
        }
        notes.removeIf(String::isBlank);
        return List.copyOf(notes);
    }
}

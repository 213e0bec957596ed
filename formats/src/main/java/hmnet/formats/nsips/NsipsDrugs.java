package hmnet.formats.nsips;

import hmnet.formats.base.Table;
import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.DrugCodes;
import hmnet.formats.model.pharmacy.Supply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The drugs that were dispensed (調剤した薬): amounts by the kind of their group, where its number is known.
final class NsipsDrugs {
    private static final Map<String, Supply.SupplyForm> FORMS = Table.read(NsipsFile.class, "rp-kinds.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> Supply.SupplyForm.valueOf(row.get(1))));
    private static final String[] TIMES = {"起床時", "朝", "昼", "夕", "寝る前", "予備"};
    private static final int USAGE_CODE = 16;

    private final NsipsFile file;
    private final Notes notes;
    private final LocalDate day;

    NsipsDrugs(NsipsFile file, Notes notes, LocalDate day) {
        this.file = file;
        this.notes = notes;
        this.day = day;
    }

    List<PrescribedDrug> drugs() {
        var drugs = new ArrayList<PrescribedDrug>();
        for (var group : file.groups()) {
            var supply = supply(group.usage());
            for (var line : group.drugs()) {
                drugs.add(drug(group.usage(), supply, line));
            }
        }
        return drugs;
    }

    private Supply supply(RecordLine usage) {
        var form = FORMS.get(usage.at(8));
        if (form == null) {
            notes.info("rp-kind-unknown", usage, 8, usage.at(8));
            return new Supply(Supply.SupplyForm.UNKNOWN, Supply.count(usage.at(10)), false);
        }
        return new Supply(form, Supply.count(usage.at(10)), form == Supply.SupplyForm.INTERNAL);
    }

    private PrescribedDrug drug(RecordLine usage, Supply supply, RecordLine line) {
        var amount = Amount.of(line.at(16), line.at(18));
        if (!Supply.isClean(amount.value())) {
            notes.info("amount-not-a-number", line, 16, amount.value());
        }
        var begins = JapaneseDate.day(usage.at(12));
        var code = usage.at(2);
        var plain = PrescribedDrug.of(
                usage.at(1),
                concept(line),
                Amount.NONE,
                Amount.NONE,
                Stream.of(3, 5, 7)
                        .map(usage::at)
                        .filter(words -> !words.isEmpty())
                        .collect(Collectors.joining(" ")),
                code.length() == USAGE_CODE ? code : "",
                0,
                false,
                begins == null ? day : begins,
                Amount.NONE,
                Concept.NONE,
                remarks(usage, supply, line));
        boolean once = line.has(35) && !line.at(35).equals("0");
        return supply.of(plain, amount, once ? Amount.of(line.at(35), line.at(18)) : Amount.NONE);
    }

    private static Concept concept(RecordLine line) {
        var name = line.has(8) ? line.at(8) : line.has(9) ? line.at(9) : line.at(7);
        var codes = new ArrayList<Code>();
        add(codes, CodingSystems.YJ, line.at(4), name);
        add(codes, DrugCodes.RECEIPT, line.at(5), name);
        add(codes, DrugCodes.hot(line.at(6)), line.at(6), name);
        return new Concept(name, codes);
    }

    private static void add(List<Code> codes, String system, String code, String name) {
        if (!code.isEmpty() && !code.equals("0")) {
            codes.add(new Code(system, code, name));
        }
    }

    private static List<String> remarks(RecordLine usage, Supply supply, RecordLine line) {
        var remarks = new ArrayList<String>();
        if (supply.form() == Supply.SupplyForm.UNKNOWN) {
            remarks.add("服用量 " + line.at(16) + line.at(18) + " 日回数 " + usage.at(10) + " (RP区分 " + usage.at(8) + ")");
        }
        if (line.at(17).equals("2")) {
            remarks.add("力価で表した量");
        }
        var uneven = new ArrayList<String>();
        for (int i = 0; i < TIMES.length; i++) {
            if (line.has(10 + i) && !line.at(10 + i).equals("0")) {
                uneven.add(TIMES[i] + line.at(10 + i));
            }
        }
        if (!uneven.isEmpty()) {
            remarks.add("不均等 " + String.join(" ", uneven));
        }
        if (!line.at(9).isEmpty() && line.has(8)) {
            remarks.add("一般名 " + line.at(9));
        }
        if (line.has(31) && !line.at(31).equals("0")) {
            remarks.add("変更前 " + line.at(31));
        }
        Stream.of(16, 18, 19, 20, 21).map(usage::at).forEach(remarks::add);
        Stream.of(27, 36, 37, 38, 39).map(line::at).forEach(remarks::add);
        remarks.removeIf(remark -> remark.isBlank() || remark.equals("0"));
        return List.copyOf(remarks);
    }
}

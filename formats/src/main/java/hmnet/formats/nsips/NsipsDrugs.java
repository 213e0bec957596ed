package hmnet.formats.nsips;

import hmnet.formats.base.Table;
import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage;
import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.chart.Dosage.DoseUsage;
import hmnet.formats.model.chart.Dosage.DoseWay;
import hmnet.formats.model.chart.DoseAmounts.UnevenDose;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.DosageForm;
import hmnet.formats.model.pharmacy.DrugCodes;
import hmnet.formats.model.pharmacy.StandardUsage;
import hmnet.formats.model.pharmacy.Supply;
import hmnet.formats.model.pharmacy.Supply.SupplyForm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The drugs that were dispensed (調剤した薬): amounts by the kind of their group, where its number is known.
final class NsipsDrugs {
    static final Map<String, DosageForm> FORMS = Table.read(NsipsFile.class, "rp-kinds.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0), row -> DosageForm.valueOf(row.get(1))));
    /// 起床時 to 予備: columns 10 to 15.
    static final List<String> TIMES = List.of("起床時", "朝", "昼", "夕", "寝る前", "予備");
    static final int UNEVEN = 10;
    /// A pharmacy's own codes of usages.
    static final String USAGE = CodingSystems.uri("NSIPS-USAGE");

    private final Notes notes;
    private final LocalDate day;
    private final Concept by;

    /// @param by who dispensed
    NsipsDrugs(Notes notes, LocalDate day, Concept by) {
        this.notes = notes;
        this.day = day;
        this.by = by;
    }

    List<PrescribedDrug> drugs(List<NsipsGroup> groups) {
        var drugs = new ArrayList<PrescribedDrug>();
        for (var group : groups) {
            for (var line : group.drugs()) {
                drugs.add(drug(group.usage(), line));
            }
        }
        return drugs;
    }

    private Supply supply(RecordLine usage) {
        var form = Optional.ofNullable(FORMS.get(usage.at(8)));
        if (form.isEmpty()) {
            notes.info("rp-kind-unknown", usage, 8, usage.at(8));
            notes.info("dosing-not-understood", usage, 8, usage.at(8));
        } else if (form.get() == DosageForm.INTERNAL
                && usage.has(9)
                && !usage.at(9).equals("0")
                && !usage.at(9).equals("1")) {
            notes.info("dosing-not-understood", usage, 9, usage.at(9));
        }
        var supply = form.map(DosageForm::supply).orElse(SupplyForm.UNKNOWN);
        return new Supply(supply, Supply.count(usage.at(10)), supply == SupplyForm.INTERNAL);
    }

    PrescribedDrug drug(RecordLine usage, RecordLine line) {
        var amount = Amount.of(line.at(16), line.at(18));
        if (!Supply.isClean(amount.value())) {
            notes.info("amount-not-a-number", line, 16, amount.value());
        }
        var plain = PrescribedDrug.of(usage.at(1), concept(line), dosage(usage)).withBy(by);
        var supply = supply(usage);
        boolean once = line.has(35) && !line.at(35).equals("0");
        var drug = supply.of(plain, amount, once ? Amount.of(line.at(35), line.at(18)) : Amount.NONE);
        var dosage = drug.dosage();
        drug = drug.withDosage(dosage.with(dosage.amounts()
                .withUneven(uneven(line))
                .inSubstance(line.at(17).equals("2"))));
        return new NsipsRemarks(usage, line).with(drug, supply.form() == SupplyForm.UNKNOWN);
    }

    private Dosage dosage(RecordLine usage) {
        var begins = JapaneseDate.day(usage.at(12));
        var supplements = new ArrayList<Concept>();
        for (int i = 4; i <= 6; i += 2) {
            if (usage.has(i + 1) || usage.has(i) && !usage.at(i).equals("0")) {
                supplements.add(supplement(usage, i));
            }
        }
        var code = usage.at(2);
        var concept = Concept.of(StandardUsage.isCode(code) ? CodingSystems.USAGE : USAGE, code, usage.at(3));
        var rhythm = StandardUsage.rhythm(code, supplements);
        int times = Supply.count(usage.at(11));
        var form = FORMS.getOrDefault(usage.at(8), DosageForm.INTERNAL).concept("");
        return Dosage.NONE
                .with(new DoseUsage(concept, List.copyOf(supplements)))
                .with(times > 0 ? rhythm.inADay(times, rhythm.hoursApart(), rhythm.clock()) : rhythm)
                .with(DosePeriod.of(begins == null ? day : begins, 0))
                .with(new DoseWay(Concept.NONE, Concept.NONE, Concept.NONE, form));
    }

    /// A pharmacy's own code without a name says nothing to others: it is shown as the code it is, and named.
    private Concept supplement(RecordLine usage, int column) {
        var code = usage.at(column).equals("0") ? "" : usage.at(column);
        var words = usage.at(column + 1);
        boolean standard =
                code.length() == 8 && StandardUsage.isUnderstood(Concept.of(CodingSystems.USAGE_SUPPLEMENT, code, ""));
        if (!standard && words.isEmpty()) {
            notes.info("dosing-not-understood", usage, column, code);
            words = "用法コード " + code;
        }
        return Concept.of(standard ? CodingSystems.USAGE_SUPPLEMENT : USAGE, code, words);
    }

    private static List<UnevenDose> uneven(RecordLine line) {
        var doses = new ArrayList<UnevenDose>();
        for (int i = 0; i < TIMES.size(); i++) {
            if (line.has(UNEVEN + i) && !isZero(line.at(UNEVEN + i))) {
                doses.add(new UnevenDose(TIMES.get(i), Amount.of(line.at(UNEVEN + i), line.at(18))));
            }
        }
        return List.copyOf(doses);
    }

    private static boolean isZero(String amount) {
        return amount.chars().allMatch(c -> c == '0' || c == '.');
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
}

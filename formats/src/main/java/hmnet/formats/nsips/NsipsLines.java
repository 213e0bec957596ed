package hmnet.formats.nsips;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.base.csv.RecordWriter;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage.DoseUsage;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.DispensingInstruction;
import hmnet.formats.model.pharmacy.DosageForm;
import hmnet.formats.model.pharmacy.DrugCodes;
import hmnet.formats.model.pharmacy.DrugGroup;
import hmnet.formats.model.pharmacy.SpokenDrug;
import hmnet.formats.model.pharmacy.Supply;
import hmnet.formats.model.pharmacy.Supply.SupplyForm;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The records of the drugs of a written dispensing (用法・薬品レコード): what has no column stands in the
/// comments, in words that are read again.
record NsipsLines(NsipsHead head, RecordWriter out, LocalDate day, Concept by) {
    private static final int SUPPLEMENTS = 2;

    void group(DrugGroup rp) throws Unreadable {
        var usage = rp.first().dosage().usage();
        var kind = kind(rp.form());
        if (!kind.equals("2")) {
            out.note("rp-kind-in-words", "3[8]", kind);
        }
        var code = usage.usage().code(CodingSystems.USAGE);
        int times = rp.first().dosage().rhythm().timesADay();
        var columns = new ArrayList<>(List.of(
                "1",
                rp.number(),
                "2",
                code.isEmpty() ? usage.usage().code(NsipsDrugs.USAGE) : code,
                "3",
                usage.words(),
                "8",
                kind,
                "10",
                String.valueOf(rp.quantity()),
                "11",
                times > 0 ? String.valueOf(times) : "",
                "12",
                Hl7Time.hl7(rp.first().start()),
                "13",
                String.valueOf(rp.drugs().size())));
        supplements(usage, columns);
        var words = new ArrayList<String>();
        usage.supplements().stream().skip(SUPPLEMENTS).map(Concept::shown).forEach(words::add);
        words.addAll(rp.first().dosage().notes());
        words(columns, NsipsRemarks.USAGE_WORDS, words);
        var line = line("3", 22, columns);
        for (int i = 0; i < rp.drugs().size(); i++) {
            drug(rp, line, i + 1, rp.drugs().get(i));
        }
    }

    private static String kind(DosageForm form) {
        return switch (form) {
            case INTERNAL, DECOCTION, HOT_DRINK -> "2";
            case AS_NEEDED -> "頓服";
            case EXTERNAL -> "外用";
            case DROPS -> "内服滴剤";
            case INJECTION -> "注射";
            case MATERIAL -> "材料";
            case OTHER -> "その他";
        };
    }

    private static void supplements(DoseUsage usage, List<String> columns) {
        for (int i = 0; i < Math.min(SUPPLEMENTS, usage.supplements().size()); i++) {
            var supplement = usage.supplements().get(i);
            var code = supplement.code(CodingSystems.USAGE_SUPPLEMENT);
            columns.addAll(List.of(
                    String.valueOf(4 + 2 * i),
                    code.isEmpty() ? supplement.code(NsipsDrugs.USAGE) : code,
                    String.valueOf(5 + 2 * i),
                    supplement.shown()));
        }
    }

    /// The last column holds what is left.
    private static void words(List<String> columns, int[] places, List<String> words) {
        for (int i = 0; i < Math.min(places.length, words.size()); i++) {
            boolean last = i == places.length - 1;
            columns.add(String.valueOf(places[i]));
            columns.add(last ? String.join(" ", words.subList(i, words.size())) : words.get(i));
        }
    }

    private RecordLine line(String tag, int size, List<String> values) {
        head.record(tag, size, values.toArray(String[]::new));
        return RecordLine.of(NsipsHead.columns(tag, size, values));
    }

    private void drug(DrugGroup rp, RecordLine usage, int place, PrescribedDrug drug) throws Unreadable {
        var amount = rp.amount(drug);
        if (amount.isNone()) {
            throw new Unreadable(
                    "not-writable", 0, "4[16]", "no amount of " + drug.drug().shown());
        }
        var codes = drug.drug().codes();
        var once = drug.dose();
        boolean same = rp.counts() != SupplyForm.AS_NEEDED && once.unitShown().equals(amount.unitShown());
        var columns = new ArrayList<>(List.of(
                "1",
                String.valueOf(place),
                "2",
                rp.number(),
                "3",
                "1",
                "4",
                drug.drug().code(CodingSystems.YJ),
                "5",
                drug.drug().code(DrugCodes.RECEIPT),
                "6",
                DrugCodes.jahis(codes, "6").map(Code::code).orElse(""),
                "8",
                drug.drug().shown(),
                "16",
                amount.value(),
                "17",
                drug.dosage().amounts().substance() ? "2" : "1",
                "18",
                amount.unitShown(),
                "35",
                same ? once.value() : ""));
        uneven(drug, amount.unitShown(), columns);
        flags(drug, columns);
        var said = new NsipsDrugs(new Notes(List.of()), day, by)
                .drug(usage, RecordLine.of(NsipsHead.columns("4", 41, columns)));
        var words = new ArrayList<>(SpokenDrug.words(drug, said));
        drug.instructions().stream()
                .filter(each -> DispensingInstruction.of(each)
                        .filter(NsipsRemarks.FLAGS::containsValue)
                        .isEmpty())
                .forEach(each -> words.add(each.shown()));
        drug.notes().stream().filter(note -> !said.notes().contains(note)).forEach(words::add);
        words(columns, NsipsRemarks.DRUG_WORDS, words);
        head.record("4", 41, columns.toArray(String[]::new));
        if (!Supply.isClean(amount.value())) {
            out.note("amount-not-a-number", "4[16]", amount.value());
        }
        codes.stream()
                .filter(code -> !List.of("2", "4", "6").contains(DrugCodes.kind(code.system())))
                .forEach(code -> out.note("column-left-out", "4", code.system() + " " + code.code()));
    }

    private static void uneven(PrescribedDrug drug, String unit, List<String> columns) {
        var uneven = drug.dosage().amounts().uneven();
        boolean alike = uneven.stream()
                .allMatch(dose -> NsipsDrugs.TIMES.contains(dose.when())
                        && dose.amount().unitShown().equals(unit));
        if (alike) {
            uneven.forEach(dose -> columns.addAll(List.of(
                    String.valueOf(NsipsDrugs.UNEVEN + NsipsDrugs.TIMES.indexOf(dose.when())),
                    dose.amount().value())));
        }
    }

    private static void flags(PrescribedDrug drug, List<String> columns) {
        for (Map.Entry<Integer, DispensingInstruction> flag : NsipsRemarks.FLAGS.entrySet()) {
            if (drug.instructions().stream()
                    .anyMatch(each -> DispensingInstruction.of(each)
                            .filter(flag.getValue()::equals)
                            .isPresent())) {
                columns.addAll(List.of(String.valueOf(flag.getKey()), "1"));
            }
        }
    }
}

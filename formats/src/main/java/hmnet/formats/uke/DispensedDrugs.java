package hmnet.formats.uke;

import hmnet.formats.base.Table;
import hmnet.formats.base.japanese.JapaneseDate;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage.DoseUsage;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.PharmacySlip;
import hmnet.formats.model.pharmacy.SpokenDrug;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a pharmacy dispensed (調剤): for each group SH its drugs IY, on each of its dispensing days CZ.
final class DispensedDrugs {
    private static final Map<String, String> USAGES = Table.read(DispensedDrugs.class, "usages.csv").stream()
            .collect(Collectors.toUnmodifiableMap(List::getFirst, row -> row.get(1)));
    private static final String INTERNAL = "1";
    private static final String AS_NEEDED = "3";
    private static final Set<String> BY_DAY = Set.of(INTERNAL, "2", "6", "7");

    private final Receipt receipt;
    private final Map<DispensingSlip, List<PrescribedDrug>> slips = new LinkedHashMap<>();

    private record DispensingSlip(LocalDate day, String reception, String doctor, boolean undated) {}

    /// One group of drugs with its usage and its days (処方1剤).
    private record DispensedGroup(
            ReceiptRow head, List<ReceiptRow> dispensings, List<ReceiptRow> drugs, List<String> words) {}

    private DispensedDrugs(Receipt receipt) {
        this.receipt = receipt;
    }

    static List<Entry> of(Receipt receipt) {
        var dispensed = new DispensedDrugs(receipt);
        groups(receipt).forEach(dispensed::add);
        return dispensed.entries();
    }

    private static List<DispensedGroup> groups(Receipt receipt) {
        var groups = new ArrayList<DispensedGroup>();
        for (var row : receipt.rows()) {
            if (row.tag().equals("SH")) {
                groups.add(new DispensedGroup(row, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
            } else if (!groups.isEmpty()) {
                switch (row.tag()) {
                    case "CZ" -> groups.getLast().dispensings.add(row);
                    case "IY", "TO" -> groups.getLast().drugs.add(row);
                    case "CO", "TK" -> groups.getLast().words.add(ReceiptUnit.said(row.at("コード"), row.at("文字")));
                    default -> {} // fees: kept, not filed
                }
            }
        }
        return groups;
    }

    private void add(DispensedGroup group) {
        for (var dispensing : group.dispensings) {
            var day = JapaneseDate.day(dispensing.at("調剤日"));
            slip(group, day == null ? receipt.first() : day, dispensing, day == null);
        }
        if (group.dispensings.isEmpty()) {
            slip(group, receipt.first(), group.head, true);
        }
    }

    private void slip(DispensedGroup group, LocalDate day, ReceiptRow dispensing, boolean undated) {
        var number = ReceiptRow.number(dispensing.at("医師番号"));
        var doctor = number > 0 ? receipt.head().at("医師" + number) : "";
        var list = slips.computeIfAbsent(
                new DispensingSlip(day, dispensing.at("受付回"), doctor, undated), any -> new ArrayList<>());
        int count = ReceiptRow.number(dispensing.at("調剤数量"));
        var parted = parted(dispensing);
        for (var row : group.drugs) {
            var drug = drug(group, row, count);
            for (var words : parted) {
                drug = SpokenDrug.withUsage(drug, words);
            }
            list.add(drug);
        }
    }

    /// When it was prescribed, packed by the dose, dispensed in parts (処方日・一包化・分割).
    private static List<String> parted(ReceiptRow dispensing) {
        var said = new ArrayList<String>();
        var day = JapaneseDate.day(dispensing.at("処方日"));
        if (dispensing.has("処方日")) {
            said.add("処方日 " + (day == null ? dispensing.at("処方日") : day));
        }
        if (ReceiptRow.number(dispensing.at("一包化日数")) > 0) {
            said.add("一包化 " + ReceiptRow.number(dispensing.at("一包化日数")) + "日");
        }
        for (var field : List.of("分割区分", "前回まで数量", "前回一包化日数")) {
            if (dispensing.has(field) && ReceiptRow.number(dispensing.at(field)) > 0) {
                said.add(field + " " + dispensing.at(field));
            }
        }
        switch (dispensing.at("分割種類")) {
            case "1" -> said.add("分割調剤（長期投薬）");
            case "2" -> said.add("分割調剤（後発医薬品）");
            case "" -> {}
            // From outside: a number of an edition we do not know.
            default -> said.add("分割種類 " + dispensing.at("分割種類"));
        }
        return List.copyOf(said);
    }

    /// Mixed or made by the pharmacist (混合区分): rows of one number belong into one mixture.
    private static PrescribedDrug mixed(PrescribedDrug drug, ReceiptRow row) {
        var words = switch (row.at("混合区分")) {
            case "1" -> "計量混合";
            case "2" -> "自家製剤";
            case "3" -> "無菌製剤";
            case "" -> "";
            // From outside: a number of an edition we do not know.
            default -> "混合区分 " + row.at("混合区分");
        };
        var said = words.isEmpty() ? drug : SpokenDrug.with(drug, (words + " " + row.at("混合枝")).strip());
        return row.has("配合不適") ? SpokenDrug.with(said, "配合不適 " + row.at("配合不適")) : said;
    }

    private static PrescribedDrug drug(DispensedGroup group, ReceiptRow row, int count) {
        var form = group.head.at("剤形");
        var amount = MaterialUnits.amount(row);
        boolean byDay = BY_DAY.contains(form);
        boolean asNeeded = form.equals(AS_NEEDED);
        var drug = PrescribedDrug.of(
                group.head.at("番号"),
                ReceiptCodes.concept(row, row.at("商品名")),
                row.has("1回用量") ? Amount.of(row.at("1回用量"), "") : asNeeded ? amount : Amount.NONE,
                byDay ? amount : Amount.NONE,
                usage(group.head),
                "",
                byDay || asNeeded ? count : 0,
                asNeeded,
                null,
                byDay || asNeeded ? Amount.NONE : amount,
                Concept.NONE,
                notes(row, count > 1 && !byDay && !asNeeded ? List.of(count + "調剤") : List.of()));
        drug = mixed(drug, row);
        drug = drug.withDosage(drug.dosage().with(usage(drug, group.head)));
        for (var words : group.words) {
            drug = words.isBlank() ? drug : SpokenDrug.withUsage(drug, words);
        }
        return drug;
    }

    private static List<String> notes(ReceiptRow row, List<String> notes) {
        return row.has("単位") ? notes : CareItems.unit(notes);
    }

    private static DoseUsage usage(PrescribedDrug drug, ReceiptRow head) {
        return DoseUsage.of(Concept.of(CodingSystems.uri("RECEIPT-USAGE"), head.at("用法コード"), drug.usage()));
    }

    private static String usage(ReceiptRow head) {
        var code = head.at("用法コード");
        var words = USAGES.getOrDefault(code, code.isEmpty() || code.equals("900") ? "" : "用法コード " + code);
        return (words + " " + head.at("特別指示")).strip();
    }

    private OrderSource source(String doctor) {
        var head = receipt.head();
        return new OrderSource(
                Concept.NONE,
                Concept.of(doctor),
                PharmacySlip.institution(head.at("処方元都道府県"), head.at("処方元点数表"), head.at("処方元コード"), head.at("処方元名称")),
                CareSetting.UNKNOWN);
    }

    private List<Entry> entries() {
        var entries = new ArrayList<Entry>();
        slips.forEach((slip, drugs) -> {
            if (!drugs.isEmpty()) {
                entries.add(Medicines.of(
                                String.join("/", "dispensed", slip.day.toString(), slip.reception, slip.doctor),
                                ReceiptSheet.at(slip.day),
                                Medicines.MedicineAct.DISPENSED,
                                false,
                                "OHP",
                                "",
                                slip.doctor,
                                "",
                                List.copyOf(drugs),
                                slip.undated ? List.of(Care.UNDATED) : List.of(),
                                false,
                                Set.of())
                        .from(source(slip.doctor), Set.of()));
            }
        });
        entries.addAll(services());
        return entries;
    }

    /// What the pharmacy did beside dispensing (調剤基本料・薬学管理料: KI), by the day it was counted on.
    private List<Entry> services() {
        var days = new TreeMap<LocalDate, List<PerformedActs.PerformedAct>>();
        for (var row : receipt.all("KI")) {
            var day = JapaneseDate.day(row.at("算定日"));
            if (row.has("コード")) {
                var list = days.computeIfAbsent(day == null ? receipt.first() : day, any -> new ArrayList<>());
                list.add(PerformedActs.PerformedAct.of(
                        "KI/" + row.at("受付回") + "/" + row.at("コード") + "/" + list.size(),
                        ReceiptCodes.concept(row, ""),
                        Amount.NONE,
                        day == null ? Care.UNDATED : ""));
            }
        }
        var entries = new ArrayList<Entry>();
        days.forEach((day, acts) -> entries.add(PerformedActs.of(
                "services/" + day,
                ReceiptSheet.at(day),
                PerformedActs.PerformedKind.PROCEDURE,
                "調剤の算定",
                "",
                "",
                false,
                List.copyOf(acts),
                Set.of())));
        return entries;
    }
}

package hmnet.formats.hl7v2.item;

import hmnet.formats.hl7v2.drug.DrugFields;
import hmnet.formats.hl7v2.drug.DrugReading;
import hmnet.formats.hl7v2.segment.DrugLine;
import hmnet.formats.hl7v2.segment.DrugLines;
import hmnet.formats.hl7v2.segment.SentFields;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import hmnet.formats.model.code.Code;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// Prescriptions and injections, ordered, dispensed or given (処方・注射・調剤・実施), by RXE, RXO, RXD or RXA.
final class MedicineItems {
    private static final Set<String> INJECTED =
            Set.of("IV", "IM", "SC", "ID", "IA", "IT", "EP", "IVP", "IVPB", "DIV", "IP", "IC");

    private MedicineItems() {}

    static List<MessageItem> of(MessageContext about) {
        for (var fields : DrugFields.ALL) {
            if (about.message().first(fields.segment()) != null) {
                var told = told(about, fields, DrugLines.of(about.message(), fields.segment()));
                told.addAll(OrderLine.gone(about.message(), fields.act() + "/", told));
                return told;
            }
        }
        return List.of();
    }

    private static List<MessageItem> told(MessageContext about, DrugFields fields, List<DrugLine> lines) {
        var orders = new LinkedHashMap<String, LinkedHashMap<String, List<DrugLine>>>();
        for (var line : lines) {
            var byNumber = orders.computeIfAbsent(OrderLine.number(line.orc(), null), number -> new LinkedHashMap<>());
            if (withdrawn(line)) {
                continue;
            }
            var at = fields.act() == Medicines.MedicineAct.ADMINISTERED
                    ? line.drug().text(3)
                    : "";
            byNumber.computeIfAbsent(at, time -> new ArrayList<>()).add(line);
        }
        var told = new ArrayList<MessageItem>();
        orders.forEach((number, byTime) -> {
            var entries = new ArrayList<Entry>();
            byTime.forEach((time, own) -> entries.add(entry(about, fields, number, time, own)));
            told.add(
                    entries.isEmpty()
                            ? MessageItem.gone(fields.act() + "/" + number)
                            : new MessageItem(fields.act() + "/" + number, false, entries));
        });
        return told;
    }

    private static Medicines entry(
            MessageContext about, DrugFields fields, String number, String time, List<DrugLine> lines) {
        var first = lines.getFirst();
        var order = number.isEmpty() ? "order" : number;
        var ordered = first.orc() == null ? "" : first.orc().text(9);
        return new Medicines(
                time.isEmpty() ? order : order + "@" + time,
                fields.act() == Medicines.MedicineAct.DISPENSED
                        ? about.firstOf(first.drug().text(3), ordered)
                        : about.firstOf(time, ordered),
                fields.act(),
                lines.stream().anyMatch(MedicineItems::injected),
                classes(first),
                OrderLine.source(about, first.orc()),
                lines.stream().map(line -> DrugReading.of(fields, line)).toList(),
                DrugLines.remarks(about.message()),
                lines.stream().anyMatch(MedicineItems::corrects),
                OrderLine.labels(about, first.orc()));
    }

    /// An administration that was changed says so itself (RXA-21).
    private static boolean corrects(DrugLine line) {
        return OrderLine.corrects(line.orc())
                || line.drug().is("RXA") && line.drug().text(21).equals("U");
    }

    /// RXE-21: whether out-patient, dispensed in the hospital, and the like.
    private static List<Code> classes(DrugLine line) {
        var classes = new ArrayList<Code>();
        for (int n = 1; line.drug().is("RXE") && n <= line.drug().repetitions(21); n++) {
            if (DrugReading.isClass(line.drug(), n)) {
                classes.addAll(SentFields.concept(line.drug(), 21, n).codes());
            }
        }
        return classes;
    }

    /// An administration that is to be deleted (RXA-21) was none.
    private static boolean withdrawn(DrugLine line) {
        return line.drug().is("RXA") && line.drug().text(21).equals("D");
    }

    /// What the patient injects at home is prescribed as other drugs are.
    private static boolean injected(DrugLine line) {
        if (line.drug().is("RXE") && line.drug().joined(27, " ").contains("自己注射")) {
            return false;
        }
        return !line.components().isEmpty()
                || line.drug().is("RXE") && line.drug().text(6).equals("INJ")
                || line.routes().stream().anyMatch(route -> INJECTED.contains(route.text(1)));
    }
}

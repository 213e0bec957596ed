package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.fhir.DrugLine;
import hmnet.formats.hl7v2.segment.DrugLines;
import hmnet.formats.hl7v2.segment.Usage;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.model.chart.Medicines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// Prescriptions and injections, ordered, dispensed or given (処方・注射・調剤・実施), by RXE, RXO, RXD or RXA.
final class MedicineItems {
    private static final Set<String> INJECTED =
            Set.of("IV", "IM", "SC", "ID", "IA", "IT", "EP", "IVP", "IVPB", "DIV", "IP", "IC");

    /// In which field of which segment a drug, its dose and its total stand; 0 for none.
    private record MedicineFields(
            String segment, Medicines.MedicineAct act, int code, int dose, int unit, int total, int totalUnit) {}

    private static final List<MedicineFields> SEGMENTS = List.of(
            new MedicineFields("RXA", Medicines.MedicineAct.ADMINISTERED, 5, 6, 7, 0, 0),
            new MedicineFields("RXD", Medicines.MedicineAct.DISPENSED, 2, 0, 0, 4, 5),
            new MedicineFields("RXE", Medicines.MedicineAct.ORDERED, 2, 3, 5, 10, 11),
            new MedicineFields("RXO", Medicines.MedicineAct.ORDERED, 1, 2, 4, 11, 12));

    private MedicineItems() {}

    static List<MessageItem> of(MessageContext about) {
        for (var fields : SEGMENTS) {
            if (about.message().first(fields.segment()) != null) {
                var told = told(about, fields, DrugLines.of(about.message(), fields.segment()));
                told.addAll(OrderLine.gone(about.message(), fields.act() + "/", told));
                return told;
            }
        }
        return List.of();
    }

    private static List<MessageItem> told(MessageContext about, MedicineFields fields, List<DrugLine> lines) {
        var orders = new LinkedHashMap<String, LinkedHashMap<String, List<DrugLine>>>();
        for (var line : lines) {
            var at = fields.act() == Medicines.MedicineAct.ADMINISTERED
                    ? line.drug().text(3)
                    : "";
            orders.computeIfAbsent(OrderLine.number(line.orc(), null), number -> new LinkedHashMap<>())
                    .computeIfAbsent(at, time -> new ArrayList<>())
                    .add(line);
        }
        var told = new ArrayList<MessageItem>();
        orders.forEach((number, byTime) -> {
            var entries = new ArrayList<Entry>();
            byTime.forEach((time, own) -> entries.add(entry(about, fields, number, time, own)));
            told.add(new MessageItem(fields.act() + "/" + number, false, entries));
        });
        return told;
    }

    private static Medicines entry(
            MessageContext about, MedicineFields fields, String number, String time, List<DrugLine> lines) {
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
                fields.segment().equals("RXE") ? first.drug().text(21) : "",
                OrderLine.department(first.orc()),
                OrderLine.doctor(first.orc()),
                "",
                lines.stream().flatMap(line -> drugs(fields, line).stream()).toList(),
                List.of(),
                lines.stream().anyMatch(line -> OrderLine.corrects(line.orc())),
                Set.of());
    }

    private static boolean injected(DrugLine line) {
        var route = line.route();
        return !line.components().isEmpty()
                || line.drug().is("RXE") && line.drug().text(6).equals("INJ")
                || route != null && INJECTED.contains(route.text(1));
    }

    /// The drug itself, or each drug of a mixture.
    private static List<Medicines.PrescribedDrug> drugs(MedicineFields fields, DrugLine line) {
        if (line.components().isEmpty()) {
            var drug = line.drug();
            return List.of(drug(
                    line,
                    SentFields.concept(drug, fields.code()),
                    SentFields.amount(drug, fields.dose(), fields.unit()),
                    drug.is("RXE") ? SentFields.quantity(drug, 19) : Amount.NONE,
                    SentFields.amount(drug, fields.total(), fields.totalUnit())));
        }
        return line.components().stream().map(rxc -> component(line, rxc)).toList();
    }

    private static Medicines.PrescribedDrug component(DrugLine line, Segment rxc) {
        return drug(line, SentFields.concept(rxc, 2), SentFields.amount(rxc, 3, 4), Amount.NONE, Amount.NONE);
    }

    private static Medicines.PrescribedDrug drug(DrugLine line, Concept drug, Amount dose, Amount daily, Amount total) {
        var code = Usage.code(line);
        return new Medicines.PrescribedDrug(
                line.rp(),
                drug,
                dose,
                daily,
                Usage.text(line),
                code,
                Usage.days(line),
                // The third digit of JAMISDP01 is the kind of timing: 5 is "when needed".
                code.matches("[0-9A-Z]{2}5.{13}"),
                Usage.start(line),
                total,
                line.route() == null ? Concept.NONE : SentFields.concept(line.route(), 1),
                rate(line));
    }

    /// How fast an infusion runs (RXE-23, RXE-24).
    private static List<String> rate(DrugLine line) {
        var rate = line.drug().is("RXE") ? SentFields.amount(line.drug(), 23, 24) : Amount.NONE;
        return rate.isNone() ? List.of() : List.of("速度 " + SentFields.shown(rate));
    }
}

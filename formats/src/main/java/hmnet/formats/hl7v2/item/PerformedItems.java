package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.drug.TimingWords;
import hmnet.formats.hl7v2.segment.DisplayTime;
import hmnet.formats.hl7v2.segment.Names;
import hmnet.formats.hl7v2.segment.OrderStatus;
import hmnet.formats.hl7v2.segment.SentFields;
import hmnet.formats.hl7v2.segment.SentResult;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.PerformedActs;
import hmnet.formats.model.chart.PerformedActs.PerformedAct;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Meals, and examinations asked for or done (食事、放射線・内視鏡・生理検査の依頼と実施), by OMD, OMG and OMI:
/// one for each order.
final class PerformedItems {
    /// What OBX-11 says of an observation that is not simply so.
    private static final Map<String, String> STATES = Map.of("P", "暫定", "C", "訂正", "D", "削除", "W", "削除", "X", "測定不能");

    /// HL7 table 0159, but for a diet itself.
    private static final Map<String, String> DIETS = Map.of("S", "補食", "P", "嗜好");

    private final MessageContext about;
    private final boolean ordered;
    private final LinkedHashMap<String, PerformedOrder> orders = new LinkedHashMap<>();
    private @Nullable Segment orc;
    private final List<Segment> timings = new ArrayList<>();
    private @Nullable PerformedOrder order;

    private PerformedItems(MessageContext about, boolean ordered) {
        this.about = about;
        this.ordered = ordered;
    }

    static List<MessageItem> of(MessageContext about, boolean ordered) {
        return new PerformedItems(about, ordered).told();
    }

    private List<MessageItem> told() {
        about.message().segments().forEach(this::take);
        var told = new ArrayList<MessageItem>();
        orders.forEach((number, own) -> {
            if (!own.acts().isEmpty()) {
                told.add(MessageItem.of(prefix() + number, performed(number, own)));
            }
        });
        told.addAll(OrderLine.gone(about.message(), prefix(), told));
        return told;
    }

    private String prefix() {
        return ordered ? "ORDER/" : "DONE/";
    }

    private void take(Segment segment) {
        switch (segment.name()) {
            case "ORC" -> {
                orc = segment;
                timings.clear();
                order = null;
            }
            case "TQ1" -> timing(segment);
            case "DG1" -> say("病名 " + (segment.has(4) ? segment.joined(4, " ") : Names.of(segment, 3)));
            case "SPM" -> {
                say("検体 " + Names.of(segment, 4));
                SpecimenWords.of(segment).forEach(this::say);
            }
            case "OBR" -> {
                order = open(segment);
                add(examination(segment));
            }
            case "ODS", "ODT" -> {
                order = open(null);
                add(meal(segment));
            }
            case "OBX" -> say(observation(segment));
            case "NTE" -> say(segment.joined(3, " "));
            case "ZE1" -> {
                add(ExaminationActs.procedure(segment));
                ExaminationActs.used(segment).forEach(this::add);
            }
            case "ZE2" -> add(ExaminationActs.exposure(segment));
            case "IPC" -> add(ExaminationActs.image(segment));
            default -> {
                // Other segments say nothing a chart shows; the file itself is kept.
            }
        }
    }

    private @Nullable PerformedOrder open(@Nullable Segment obr) {
        if (OrderLine.cancelled(about, orc)) {
            return null;
        }
        // The child of an order (ORC-8) belongs to its row.
        var parent = orc == null ? "" : orc.sub(8, 1, 1);
        var own = parent.isEmpty() ? OrderLine.number(orc, obr) : parent;
        return orders.computeIfAbsent(own, number -> new PerformedOrder(orc, obr));
    }

    private void add(@Nullable PerformedAct act) {
        if (order != null && act != null && !act.act().isNone()) {
            order.add(act);
        }
    }

    private void say(String text) {
        if (order != null) {
            order.say(text);
        }
    }

    private PerformedAct examination(Segment obr) {
        var concept = SentFields.concept(obr, 4);
        var planned = ordered && obr.has(36) ? "予定 " + DisplayTime.shown(obr.text(36)) : "";
        var said = new ArrayList<>(RequestWords.ofTimings(timings));
        said.add(planned);
        said.addAll(RequestWords.of(obr));
        said.add(state(obr));
        var interpreter = SentFields.joined(obr.sub(32, 1, 2), obr.sub(32, 1, 3));
        said.add(interpreter.isEmpty() ? "" : "読影 " + interpreter);
        return PerformedAct.of(key(concept), concept, Amount.NONE, SentFields.joined(said.toArray(String[]::new)));
    }

    /// Of an examination that was done: whether all of it was (OBR-25, HL70123).
    private String state(Segment obr) {
        return ordered
                ? ""
                : switch (obr.text(25)) {
                    case "I", "S", "O" -> "未実施（予定・受付）";
                    case "A" -> "一部のみ";
                    case "P", "R" -> "暫定";
                    case "C" -> "訂正";
                    case "X" -> "取消";
                    // From outside: HL7 table 0123.
                    default -> "";
                };
    }

    /// Behind the OBR it belongs to what was asked for; in front of it to the order.
    private void timing(Segment tq1) {
        timings.add(tq1);
        if (order != null && order.obr != null) {
            TimingWords.of(tq1).forEach(this::say);
        }
    }

    private static String key(Concept concept) {
        return concept.first().code().isBlank()
                ? concept.shown()
                : concept.first().code();
    }

    /// ODS-3 what, ODS-2 which meal, ODS-4 in words; ODT-1 which tray, ODT-2 which meal, ODT-3 in words;
    /// TQ1 how often and from when.
    private PerformedAct meal(Segment diet) {
        boolean tray = diet.is("ODT");
        var words = diet.joined(tray ? 3 : 4, " ");
        var what = names(diet, tray ? 1 : 3);
        var sent = SentFields.concept(diet, tray ? 1 : 3);
        var concept = what.isEmpty() ? Concept.of(words) : new Concept(what, sent.codes());
        var said = new ArrayList<String>(List.of(
                tray ? "" : DIETS.getOrDefault(diet.text(1), diet.text(1).equals("D") ? "" : diet.text(1)),
                names(diet, 2)));
        timings.forEach(tq1 -> said.add(during(tq1)));
        said.add(words);
        var start = timings.isEmpty() ? "" : timings.getFirst().text(7);
        var kind = tray ? "T" : diet.text(1);
        return PerformedAct.of(
                kind + "/" + key(concept) + "@" + start,
                concept,
                Amount.NONE,
                SentFields.joined(said.toArray(String[]::new)));
    }

    private static String names(Segment diet, int field) {
        var names = new ArrayList<String>();
        for (int n = 1; n <= diet.repetitions(field); n++) {
            names.add(Names.of(diet, field, n));
        }
        names.removeIf(String::isBlank);
        return String.join("・", names);
    }

    private static String during(Segment tq1) {
        var start = tq1.text(7);
        var end = tq1.text(8);
        return SentFields.joined(
                TimingWords.often(tq1),
                start.isEmpty() && end.isEmpty() ? "" : DisplayTime.shown(start) + "から" + DisplayTime.shown(end),
                TimingWords.beside(tq1));
    }

    /// A drug used, a value measured: with when it was and with what, where that is said.
    private static String observation(Segment obx) {
        var beside = SentFields.joined(
                obx.has(14) ? DisplayTime.shown(obx.text(14)) : "",
                obx.says(18) ? "機器 " + obx.joined(18, " ") : "",
                STATES.getOrDefault(obx.text(11), ""),
                obx.says(8) && !obx.text(8).equals("N") ? "判定 " + obx.joined(8, " ") : "");
        var line = SentResult.line(obx);
        return line.isBlank() || beside.isBlank() ? line : line + "（" + beside + "）";
    }

    private PerformedActs performed(String number, PerformedOrder own) {
        var first = own.acts().getFirst().act().shown();
        var title = own.obr == null ? (ordered ? "食事 " + first : first) : first;
        return new PerformedActs(
                number.isEmpty() ? "order" : number,
                at(own),
                PerformedActs.PerformedKind.PROCEDURE,
                title,
                OrderLine.source(about, own.orc, own.obr),
                ordered,
                OrderStatus.of(own.orc),
                own.acts(),
                OrderLine.labels(about, own.orc));
    }

    private OffsetDateTime at(PerformedOrder own) {
        var asked = own.orc == null ? "" : own.orc.text(9);
        if (ordered || own.obr == null) {
            return about.firstOf(asked);
        }
        return about.firstOf(own.obr.text(7), own.obr.text(22), asked);
    }
}

package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Segment;
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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Meals, and examinations asked for or done (食事、放射線・内視鏡・生理検査の依頼と実施), by OMD, OMG and OMI:
/// one for each order.
final class PerformedItems {
    /// What OBX-11 says of an observation that is not simply so.
    private static final Map<String, String> STATES = Map.of("P", "暫定", "C", "訂正", "D", "削除", "W", "削除", "X", "測定不能");

    private final MessageContext about;
    private final boolean ordered;
    private final LinkedHashMap<String, PerformedOrder> orders = new LinkedHashMap<>();
    private @Nullable Segment orc;
    private @Nullable Segment timing;
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
                timing = null;
                order = null;
            }
            case "TQ1" -> timing = segment;
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
        if (OrderLine.cancelled(orc)) {
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
        var urgent = timing != null && timing.text(9).equals("S") ? "至急" : "";
        var said = SentFields.joined(urgent, planned, obr.joined(13, " "), Names.of(obr, 31), obr.text(46, 2));
        return PerformedAct.of(key(concept), concept, Amount.NONE, said);
    }

    private static String key(Concept concept) {
        return concept.first().code().isBlank()
                ? concept.shown()
                : concept.first().code();
    }

    /// ODS-3 what, ODS-2 which meal, ODS-4 in words; TQ1 how often and from when.
    private PerformedAct meal(Segment ods) {
        var concept = SentFields.concept(ods, ods.is("ODT") ? 1 : 3);
        var start = timing == null ? "" : timing.text(7);
        var end = timing == null ? "" : timing.text(8);
        var often = timing == null ? "" : timing.sub(3, 1, 2);
        var during = start.isEmpty() && end.isEmpty() ? "" : DisplayTime.shown(start) + "から" + DisplayTime.shown(end);
        var said = SentFields.joined(ods.is("ODT") ? "" : Names.of(ods, 2), often, during, ods.joined(4, " "));
        var shown = concept.isNone() ? Concept.of(ods.joined(4, " ")) : concept;
        return PerformedAct.of(ods.text(1) + "/" + key(shown) + "@" + start, shown, Amount.NONE, said);
    }

    /// A drug used, a value measured: with when it was and with what, where that is said.
    private static String observation(Segment obx) {
        var beside = SentFields.joined(
                obx.has(14) ? DisplayTime.shown(obx.text(14)) : "",
                obx.has(18) ? "機器 " + obx.joined(18, " ") : "",
                STATES.getOrDefault(obx.text(11), ""));
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
                OrderLine.source(about, own.orc),
                ordered,
                OrderStatus.of(own.orc),
                own.acts(),
                Set.of());
    }

    private OffsetDateTime at(PerformedOrder own) {
        var asked = own.orc == null ? "" : own.orc.text(9);
        if (ordered || own.obr == null) {
            return about.firstOf(asked);
        }
        return about.firstOf(own.obr.text(7), own.obr.text(22), asked);
    }
}

package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.fhir.Names;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Performed;
import hmnet.formats.model.chart.Performed.Act;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Meals, and examinations asked for or done (食事、放射線・内視鏡・生理検査の依頼と実施), by OMD, OMG and OMI:
/// one for each order.
final class PerformedItems {
    private final About about;
    private final boolean ordered;
    private final LinkedHashMap<String, Order> orders = new LinkedHashMap<>();
    private @Nullable Segment orc;
    private @Nullable Segment timing;
    private @Nullable Order order;

    /// What one order number holds.
    private static final class Order {
        private final @Nullable Segment orc;
        private final @Nullable Segment obr;
        private final LinkedHashMap<String, Act> acts = new LinkedHashMap<>();

        Order(@Nullable Segment orc, @Nullable Segment obr) {
            this.orc = orc;
            this.obr = obr;
        }

        /// An examination told twice, as parent and as itself, is one; a meal twice at one time too.
        void add(Act act) {
            acts.putIfAbsent(act.key(), act);
        }
    }

    private PerformedItems(About about, boolean ordered) {
        this.about = about;
        this.ordered = ordered;
    }

    static List<MessageItem> of(About about, boolean ordered) {
        return new PerformedItems(about, ordered).told();
    }

    private List<MessageItem> told() {
        about.message().segments().forEach(this::take);
        var told = new ArrayList<MessageItem>();
        orders.forEach((number, own) -> {
            if (!own.acts.isEmpty()) {
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
            case "OBX" -> add(observation(segment));
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

    private @Nullable Order open(@Nullable Segment obr) {
        if (OrderLine.cancelled(orc)) {
            return null;
        }
        // The child of an order (ORC-8) belongs to its row.
        var parent = orc == null ? "" : orc.sub(8, 1, 1);
        var own = parent.isEmpty() ? OrderLine.number(orc, obr) : parent;
        return orders.computeIfAbsent(own, number -> new Order(orc, obr));
    }

    private void add(@Nullable Act act) {
        if (order != null && act != null && !act.act().isNone()) {
            order.add(act);
        }
    }

    private Act examination(Segment obr) {
        var concept = Sent.concept(obr, 4);
        var said = Sent.joined(obr.joined(13, " "), Names.of(obr, 31), obr.text(46, 2));
        return new Act(key(concept), concept, Amount.NONE, said);
    }

    private static String key(Concept concept) {
        return concept.first().code().isBlank()
                ? concept.shown()
                : concept.first().code();
    }

    /// ODS-3 what, ODS-2 which meal, ODS-4 in words; TQ1 how often and from when.
    private Act meal(Segment ods) {
        var concept = Sent.concept(ods, ods.is("ODT") ? 1 : 3);
        var start = timing == null ? "" : timing.text(7);
        var end = timing == null ? "" : timing.text(8);
        var often = timing == null ? "" : timing.sub(3, 1, 2);
        var during = start.isEmpty() && end.isEmpty() ? "" : Moments.shown(start) + "から" + Moments.shown(end);
        var said = Sent.joined(ods.is("ODT") ? "" : Names.of(ods, 2), often, during, ods.joined(4, " "));
        var shown = concept.isNone() ? Concept.of(ods.joined(4, " ")) : concept;
        return new Act(ods.text(1) + "/" + key(shown) + "@" + start, shown, Amount.NONE, said);
    }

    private static Act observation(Segment obx) {
        var concept = Sent.concept(obx, 3);
        var sub = obx.text(4);
        return new Act(
                "OBX/" + key(concept) + (sub.isEmpty() ? "" : "/" + sub), concept, Amount.NONE, ReportItems.value(obx));
    }

    private Performed performed(String number, Order own) {
        var first = own.acts.firstEntry().getValue().act().shown();
        var title = own.obr == null ? (ordered ? "食事 " + first : first) : first;
        return new Performed(
                number.isEmpty() ? "order" : number,
                at(own),
                Performed.Kind.PROCEDURE,
                title,
                OrderLine.department(own.orc),
                OrderLine.doctor(own.orc),
                ordered,
                List.copyOf(own.acts.values()),
                Set.of());
    }

    private OffsetDateTime at(Order own) {
        var asked = own.orc == null ? "" : own.orc.text(9);
        if (ordered || own.obr == null) {
            return about.firstOf(asked);
        }
        return about.firstOf(own.obr.text(7), own.obr.text(22), asked);
    }
}

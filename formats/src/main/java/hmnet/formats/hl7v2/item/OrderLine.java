package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.Names;
import hmnet.formats.hl7v2.segment.OrderControl;
import hmnet.formats.hl7v2.segment.SentFields;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.OrderSource;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.LabelRules;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an order says of itself, by ORC and OBR (オーダの共通項目).
final class OrderLine {
    private OrderLine() {}

    /// The department's name (ORC-17), its code where it has none.
    static String department(@Nullable Segment orc) {
        if (orc == null) {
            return "";
        }
        for (int component : new int[] {2, 5, 1}) {
            var text = orc.text(17, component);
            if (!text.isBlank()) {
                return text;
            }
        }
        return "";
    }

    /// Who asked for it, where, and for whom (ORC-17, ORC-12, PV1-2, ORC-29).
    static OrderSource source(MessageContext about, @Nullable Segment orc) {
        return source(about, orc, null);
    }

    /// OBR-16 names the doctor where the ORC does not.
    static OrderSource source(MessageContext about, @Nullable Segment orc, @Nullable Segment obr) {
        var pv1 = about.message().first("PV1");
        var said = pv1 != null && pv1.has(2) ? pv1.text(2) : orc == null ? "" : orc.text(29);
        var setting = switch (said) {
            case "I" -> OrderSource.CareSetting.INPATIENT;
            case "O" -> OrderSource.CareSetting.OUTPATIENT;
            // From outside: HL7 tables 0004 and 0482.
            default -> OrderSource.CareSetting.UNKNOWN;
        };
        var doctor = orc == null ? Concept.NONE : SentFields.person(orc, 12);
        return new OrderSource(
                orc == null ? Concept.NONE : SentFields.concept(orc, 17),
                doctor.isNone() && obr != null ? SentFields.person(obr, 16) : doctor,
                orc == null ? Concept.NONE : facility(about, orc),
                setting);
    }

    /// Where it was ordered (ORC-21), if not where the message comes from.
    private static Concept facility(MessageContext about, Segment orc) {
        var name = orc.text(21, 1).strip();
        var number = orc.text(21, 10).isBlank()
                ? orc.text(21, 3).strip()
                : orc.text(21, 10).strip();
        var sender = about.message().header();
        boolean own = name.equals(sender.text(4, 1)) || name.equals(sender.text(4, 2));
        return own
                ? Concept.NONE
                : number.isEmpty() ? Concept.of(name) : new Concept(name, List.of(new Code("", number, name)));
    }

    /// What the sender marks (ORC-28, HL70177), and what a diagnosis it is for gives away (DG1).
    static Set<Label> labels(MessageContext about, @Nullable Segment orc) {
        var labels = EnumSet.noneOf(Label.class);
        if (orc != null && Set.of("R", "V").contains(orc.text(28))) {
            labels.add(Label.RESTRICTED);
        }
        for (var dg1 : about.message().all("DG1")) {
            labels.addAll(LabelRules.ofDiagnosis(dg1.text(3)));
            labels.addAll(LabelRules.ofDiagnosis(dg1.text(3, 4)));
        }
        return labels;
    }

    static String doctor(@Nullable Segment orc) {
        return orc == null ? "" : Names.person(orc, 12);
    }

    /// The placer's number, else the filler's, of ORC, else of OBR; empty when nobody gave one.
    static String number(@Nullable Segment orc, @Nullable Segment obr) {
        for (int field : new int[] {2, 3}) {
            for (var segment : new @Nullable Segment[] {orc, obr}) {
                if (segment != null && segment.has(field)) {
                    return segment.text(field).strip();
                }
            }
        }
        return "";
    }

    /// The orders of a message of which nothing but their end is told: what was discontinued without
    /// saying what it was leaves as what was cancelled does.
    static List<MessageItem> gone(Message message, String prefix, List<MessageItem> told) {
        var sources = new LinkedHashSet<String>();
        message.all("ORC").stream()
                .filter(orc ->
                        OrderControl.isTakenBack(message, orc) || OrderControl.DISCONTINUED.contains(orc.text(1)))
                .forEach(orc -> sources.add(prefix + number(orc, null)));
        told.forEach(item -> sources.remove(item.source()));
        return sources.stream().map(MessageItem::gone).toList();
    }

    static boolean cancelled(MessageContext about, @Nullable Segment orc) {
        return OrderControl.isTakenBack(about.message(), orc);
    }

    static boolean corrects(@Nullable Segment orc) {
        return orc != null && OrderControl.CORRECTING.contains(orc.text(1));
    }
}

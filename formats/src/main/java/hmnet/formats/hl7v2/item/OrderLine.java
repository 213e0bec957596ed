package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.Names;
import hmnet.formats.hl7v2.segment.OrderControl;
import hmnet.formats.hl7v2.segment.SentFields;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.OrderSource;
import java.util.LinkedHashSet;
import java.util.List;
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
        var pv1 = about.message().first("PV1");
        var said = pv1 != null && pv1.has(2) ? pv1.text(2) : orc == null ? "" : orc.text(29);
        var setting = switch (said) {
            case "I" -> OrderSource.CareSetting.INPATIENT;
            case "O" -> OrderSource.CareSetting.OUTPATIENT;
            // From outside: HL7 tables 0004 and 0482.
            default -> OrderSource.CareSetting.UNKNOWN;
        };
        return orc == null
                ? OrderSource.NONE.in(setting)
                : new OrderSource(SentFields.concept(orc, 17), SentFields.person(orc, 12), Concept.NONE, setting);
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

    /// The orders of a message of which nothing but their end is told: what was discontinued without saying what it
    /// was leaves as what was cancelled does.
    static List<MessageItem> gone(Message message, String prefix, List<MessageItem> told) {
        var sources = new LinkedHashSet<String>();
        message.all("ORC").stream()
                .filter(orc -> cancelled(orc) || OrderControl.DISCONTINUED.contains(orc.text(1)))
                .forEach(orc -> sources.add(prefix + number(orc, null)));
        told.forEach(item -> sources.remove(item.source()));
        return sources.stream().map(MessageItem::gone).toList();
    }

    static boolean cancelled(@Nullable Segment orc) {
        return orc != null && OrderControl.CANCELLED.contains(orc.text(1));
    }

    static boolean corrects(@Nullable Segment orc) {
        return orc != null && OrderControl.CORRECTING.contains(orc.text(1));
    }
}

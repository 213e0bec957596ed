package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.Names;
import hmnet.formats.model.chart.Stay;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An appointment, by SIU (診療予約).
final class BookingItems {
    private BookingItems() {}

    static List<MessageItem> of(MessageContext about) {
        var event = StayEvents.of(about.trigger());
        var sch = about.message().first("SCH");
        if (event == null || sch == null) {
            return List.of();
        }
        var source = "BOOK/" + (sch.has(1) ? sch.text(1) : sch.text(2));
        if (event.deletes()) {
            return List.of(MessageItem.gone(source));
        }
        var stay = Stay.of(
                event.word(),
                about.firstOf(start(about, sch)),
                event.word(),
                department(about),
                "",
                doctor(about, sch),
                null,
                null);
        return List.of(MessageItem.of(source, stay));
    }

    /// TQ1-7 of 2.5, SCH-11.4 before it, else when the service or the person is booked.
    private static String[] start(MessageContext about, Segment sch) {
        return new String[] {
            text(about.message().first("TQ1"), 7),
            sch.text(11, 4),
            text(about.message().first("AIS"), 4),
            text(about.message().first("AIP"), 6),
            text(about.message().first("AIL"), 6)
        };
    }

    private static String department(MessageContext about) {
        var pv1 = about.message().first("PV1");
        var ail = about.message().first("AIL");
        var said = text(pv1, 10).isEmpty() ? text(pv1, 3) : text(pv1, 10);
        return said.isEmpty() ? text(ail, 3) : said;
    }

    private static String doctor(MessageContext about, Segment sch) {
        var aip = about.message().first("AIP");
        var booked = aip == null ? "" : Names.person(aip, 3);
        return booked.isBlank() ? Names.person(sch, 12) : booked;
    }

    private static String text(@Nullable Segment segment, int field) {
        return segment == null ? "" : segment.text(field);
    }
}

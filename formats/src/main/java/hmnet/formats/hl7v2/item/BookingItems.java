package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.DisplayTime;
import hmnet.formats.hl7v2.segment.Names;
import hmnet.formats.hl7v2.segment.SentFields;
import hmnet.formats.hl7v2.segment.SentResult;
import hmnet.formats.model.chart.Stay;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// An appointment, by SIU (診療予約).
final class BookingItems {
    private static final Set<String> CANCELLED = Set.of("CANCELLED", "DC", "DELETED");
    private static final Map<String, String> STATES = Map.of(
            "PENDING",
            "未確定",
            "WAITLIST",
            "空き待ち",
            "OVERBOOK",
            "定員外",
            "COMPLETE",
            "終了",
            "STARTED",
            "開始",
            "BLOCKED",
            "枠なし");

    private BookingItems() {}

    static List<MessageItem> of(MessageContext about) {
        var event = StayEvents.of(about.trigger());
        var sch = about.message().first("SCH");
        if (event == null || sch == null) {
            return List.of();
        }
        var source = "BOOK/" + (sch.has(1) ? sch.text(1) : sch.text(2));
        if (event.deletes() || CANCELLED.contains(status(sch))) {
            return List.of(MessageItem.gone(source));
        }
        var word = status(sch).equals("NOSHOW") ? "not-come" : event.word();
        var stay = Stay.of(
                word, about.firstOf(start(about, sch)), word, department(about), "", doctor(about, sch), null, null);
        return List.of(MessageItem.of(source, stay.with(words(about, sch))));
    }

    /// SCH-25, HL7 table 0278.
    private static String status(Segment sch) {
        return sch.text(25).strip().toUpperCase(Locale.ROOT);
    }

    /// What for, why, how long, where, with what and with whom else.
    private static List<String> words(MessageContext about, Segment sch) {
        var words = new ArrayList<String>();
        said(words, "状態", STATES.getOrDefault(status(sch), ""));
        said(words, "変更の理由", Names.of(sch, 6));
        said(words, "予約の理由", Names.of(sch, 7));
        said(words, "予約の種類", Names.of(sch, 8));
        said(words, "所要時間", sch.has(9) ? sch.text(9) + duration(sch) : "");
        said(words, "終了", sch.text(11, 5).isEmpty() ? "" : DisplayTime.shown(sch.text(11, 5)));
        for (var segment : about.message().segments()) {
            switch (segment.name()) {
                case "AIS" -> {
                    said(words, "内容", Names.of(segment, 3));
                    said(words, "補足", Names.of(segment, 11));
                }
                case "AIG" -> said(words, "機器・資源", Names.of(segment, 3));
                case "AIL" -> said(words, "場所", StayItems.place(segment, 3));
                case "AIP" -> said(words, "担当", SentFields.joined(Names.person(segment, 3), Names.of(segment, 4)));
                case "DG1" -> said(words, "病名", ProblemItems.disease(segment).shown());
                case "OBX" -> said(words, "", SentResult.line(segment));
                case "NTE" -> said(words, "", segment.joined(3, " "));
                // From outside: segments that say nothing of an appointment.
                default -> {}
            }
        }
        return words;
    }

    private static String duration(Segment sch) {
        var unit = Names.of(sch, 10);
        return unit.matches("(?i)min(utes?)?|M") ? "分" : unit;
    }

    private static void said(List<String> words, String what, String said) {
        if (!said.isBlank() && !words.contains((what + " " + said.strip()).strip())) {
            words.add((what + " " + said.strip()).strip());
        }
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

package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.SentFields;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.chart.Stay;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A visit or a step of a stay, by ADT (来院・入退院): planned, done or taken back.
final class StayItems {
    private static final Set<String> DEAD = Set.of("20", "40", "41", "42");

    private static final Set<String> REPEATED = Set.of("moved", "leave", "returned", "doctor", "move-planned");

    private StayItems() {}

    static List<MessageItem> of(MessageContext about) {
        var event = StayEvents.of(about.trigger());
        var stay = stay(about);
        if (event == null || stay == null) {
            return List.of();
        }
        var pv1 = about.message().first("PV1");
        var visit = pv1 == null ? "" : pv1.text(19);
        // A stay has several moves and leaves, and one admission.
        var day = Hl7Time.hl7(stay.at().toLocalDate());
        var number = REPEATED.contains(stay.event()) ? visit + "/" + day : visit;
        var source = "STAY/" + stay.event() + "/" + (visit.isBlank() ? day + "/" + stay.department() : number);
        return List.of(event.deletes() ? MessageItem.gone(source) : MessageItem.of(source, stay));
    }

    /// Null for a message that tells of no stay.
    static @Nullable Stay stay(MessageContext about) {
        var event = StayEvents.of(about.trigger());
        var pv1 = about.message().first("PV1");
        if (event == null || pv1 == null || !about.type().equals("ADT")) {
            return null;
        }
        // A11 takes back an admission as well as a reception.
        var word = event.word().equals("admitted")
                        && event.deletes()
                        && pv1.text(2).equals("O")
                ? "visit"
                : event.word();
        var at = about.firstOf(event.texts(about.message()));
        boolean visit = word.equals("visit");
        boolean discharged = word.equals("discharged");
        return new Stay(
                word,
                at,
                word,
                department(about, pv1),
                visit ? "" : ward(about, word, pv1),
                visit ? "" : place(pv1, 6),
                doctors(pv1, 7).isBlank() ? doctors(pv1, 17) : doctors(pv1, 7),
                visit || word.equals("admission-planned") ? null : admitted(word, at, pv1),
                discharged ? at : null,
                discharged ? outcome(pv1) : Concept.NONE,
                setting(pv1),
                StayWords.of(about));
    }

    /// HL7 table 0112 of those who died; other codes are each facility's own.
    private static Concept outcome(Segment pv1) {
        var sent = SentFields.concept(pv1, 36);
        return sent.text().isBlank() && DEAD.contains(sent.first().code()) ? new Concept("死亡", sent.codes()) : sent;
    }

    private static String doctors(Segment pv1, int field) {
        return String.join("、", StayWords.people(pv1, field));
    }

    private static CareSetting setting(Segment pv1) {
        return switch (pv1.text(2)) {
            case "I" -> CareSetting.INPATIENT;
            case "O" -> CareSetting.OUTPATIENT;
            // From outside: HL7 table 0004.
            default -> CareSetting.UNKNOWN;
        };
    }

    private static @Nullable OffsetDateTime admitted(String word, OffsetDateTime at, Segment pv1) {
        var said = Hl7Time.at(pv1.text(44));
        return said == null && word.equals("admitted") ? at : said;
    }

    private static String department(MessageContext about, Segment pv1) {
        if (pv1.has(10)) {
            return pv1.text(10);
        }
        if (!about.department().isEmpty()) {
            return about.department();
        }
        return pv1.text(2).equals("O") ? pv1.text(3) : "";
    }

    /// Where the patient lies; of a planned move, where they will (PV2-1).
    private static String ward(MessageContext about, String word, Segment pv1) {
        var pv2 = about.message().first("PV2");
        return word.equals("move-planned") && pv2 != null && pv2.has(1) ? place(pv2, 1) : place(pv1, 3);
    }

    /// Ward, room and bed, and what the place is called beside them.
    static String place(Segment segment, int field) {
        var place = Stream.of(segment.text(field, 1), segment.text(field, 2), segment.text(field, 3))
                .filter(step -> !step.isEmpty())
                .collect(Collectors.joining("-"));
        var called = segment.text(field, 9).strip();
        return called.isEmpty() || called.equals(place) ? place : place.isEmpty() ? called : place + "（" + called + "）";
    }
}

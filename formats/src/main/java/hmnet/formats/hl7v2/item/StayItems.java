package hmnet.formats.hl7v2.item;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.Names;
import hmnet.formats.hl7v2.segment.SentFields;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.OrderSource.CareSetting;
import hmnet.formats.model.chart.Stay;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A visit or a step of a stay, by ADT (来院・入退院): planned, done or taken back.
final class StayItems {
    private static final Set<String> DEAD = Set.of("20", "40", "41", "42");

    private StayItems() {}

    static List<MessageItem> of(MessageContext about) {
        var event = StayEvents.of(about.trigger());
        var stay = stay(about);
        if (event == null || stay == null) {
            return List.of();
        }
        var pv1 = about.message().first("PV1");
        var visit = pv1 == null ? "" : pv1.text(19);
        var source = "STAY/" + stay.event() + "/"
                + (visit.isBlank() ? Hl7Time.hl7(stay.at().toLocalDate()) + "/" + stay.department() : visit);
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
                Names.person(pv1, 7).isBlank() ? Names.person(pv1, 17) : Names.person(pv1, 7),
                visit || word.equals("admission-planned") ? null : admitted(word, at, pv1),
                discharged ? at : null,
                discharged ? outcome(pv1) : Concept.NONE,
                setting(pv1),
                notes(about));
    }

    /// HL7 table 0112 of those who died; other codes are each facility's own.
    private static Concept outcome(Segment pv1) {
        var sent = SentFields.concept(pv1, 36);
        return sent.text().isBlank() && DEAD.contains(sent.first().code()) ? new Concept("死亡", sent.codes()) : sent;
    }

    /// Why they came, when they are to be back, and that they died.
    private static List<String> notes(MessageContext about) {
        var notes = new ArrayList<String>();
        var pv2 = about.message().first("PV2");
        if (pv2 != null && !Names.of(pv2, 3).isBlank()) {
            notes.add("入院理由 " + Names.of(pv2, 3));
        }
        if (pv2 != null && pv2.has(47)) {
            notes.add("帰院予定 " + DisplayTime.shown(pv2.text(47)));
        }
        var death = ProfileItems.death(about);
        if (!death.isEmpty()) {
            notes.add(death);
        }
        return List.copyOf(notes);
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

    private static String place(Segment segment, int field) {
        return Stream.of(segment.text(field, 1), segment.text(field, 2), segment.text(field, 3))
                .filter(step -> !step.isEmpty())
                .collect(Collectors.joining("-"));
    }
}

package hmnet.formats.hl7v2.segment;

import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.Segment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The drugs of a prescription or injection message with the segments that belong to each (薬剤と用法の組).
///
/// An ORC stands for the drugs that follow it; TQ1, RXR and RXC for the drug before them; an RXR behind
/// several RXA for all of these.
public final class DrugLines {
    private static final class OpenDrug {
        private final Segment drug;
        private final @Nullable Segment orc;
        private final @Nullable Segment requested;
        private final @Nullable Segment ordered;
        private final List<Segment> timings = new ArrayList<>();
        private final List<Segment> routes = new ArrayList<>();
        private final List<Segment> components = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        private final List<Segment> orderTimings;
        private final List<Segment> orderRoutes;
        private final List<Segment> orderMixture;

        /// @param order whose TQ1, RXR and RXC so far stand for each of its drugs that has none of its own
        OpenDrug(Segment drug, DrugLines order) {
            this.drug = drug;
            this.orc = order.orc;
            this.requested = order.requested;
            this.ordered = order.ordered;
            this.notes.addAll(order.notes);
            this.orderTimings = List.copyOf(order.timings);
            this.orderRoutes = List.copyOf(order.routes);
            this.orderMixture = List.copyOf(order.mixture);
        }

        private static List<Segment> own(List<Segment> own, List<Segment> ofOrder) {
            return own.isEmpty() ? ofOrder : own;
        }

        DrugLine numbered(int number) {
            return new DrugLine(
                    drug,
                    orc,
                    requested,
                    ordered,
                    own(timings, orderTimings),
                    own(routes, orderRoutes),
                    own(components, orderMixture),
                    notes,
                    number);
        }
    }

    private final Message message;
    private final String drugSegment;
    private final List<OpenDrug> lines = new ArrayList<>();
    private @Nullable Segment orc;
    private @Nullable Segment requested;
    private @Nullable Segment ordered;
    private final List<Segment> timings = new ArrayList<>();
    private final List<Segment> routes = new ArrayList<>();
    private final List<Segment> mixture = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private int firstOfOrder;
    private boolean routed;

    private DrugLines(Message message, String drugSegment) {
        this.message = message;
        this.drugSegment = drugSegment;
    }

    /// @param drugSegment RXE for what was ordered, RXA for what was given
    public static List<DrugLine> of(Message message, String drugSegment) {
        var reading = new DrugLines(message, drugSegment);
        message.segments().forEach(reading::take);
        return reading.numbered();
    }

    private void take(Segment segment) {
        if (segment.is(drugSegment)) {
            lines.add(new OpenDrug(segment, this));
            routed = false;
            return;
        }
        switch (segment.name()) {
            case "ORC" -> {
                orc = segment;
                requested = null;
                ordered = null;
                timings.clear();
                routes.clear();
                mixture.clear();
                notes.clear();
                firstOfOrder = lines.size();
            }
            case "RXO" -> requested = segment;
            case "RXE" -> ordered = segment;
            case "TQ1" -> own(segment, timings, lines.isEmpty() ? timings : lines.getLast().timings);
            case "RXR" -> route(segment);
            case "RXC" -> own(segment, mixture, lines.isEmpty() ? mixture : lines.getLast().components);
            case "NTE" -> note(segment.joined(3, " "));
            case "TQ2" -> note(sequence(segment));
            case "OBX" -> note(SentResult.line(segment));
            // From outside: segments that say nothing of a drug; the file itself is kept.
            default -> {}
        }
    }

    private void note(String text) {
        if (orc != null && !text.isBlank()) {
            own(text, notes, lines.isEmpty() ? notes : lines.getLast().notes);
        }
    }

    /// Which order comes before or after, in the sender's own words.
    private static String sequence(Segment tq2) {
        var words = new ArrayList<String>();
        for (int field = 2; field <= tq2.size(); field++) {
            words.add(tq2.joined(field, " "));
        }
        return "前後の指示 " + SentFields.joined(words.toArray(String[]::new));
    }

    /// What is remarked before the first order, on all of them.
    public static List<String> remarks(Message message) {
        var remarks = new ArrayList<String>();
        for (var segment : message.segments()) {
            if (segment.is("ORC")) {
                break;
            }
            if (segment.is("NTE") && !segment.joined(3, " ").isBlank()) {
                remarks.add(segment.joined(3, " "));
            }
        }
        return remarks;
    }

    /// Before the first drug of an order it belongs to all of them: in an administration the mixture comes
    /// with the order, before what was given of it.
    private <T> void own(T said, List<T> ofOrder, List<T> ofDrug) {
        (lines.size() == firstOfOrder ? ofOrder : ofDrug).add(said);
    }

    /// An RXR behind several drugs of an order stands for all of these; a second one tells more of the last.
    private void route(Segment rxr) {
        if (lines.size() == firstOfOrder) {
            routes.add(rxr);
            return;
        }
        if (routed && !lines.isEmpty()) {
            lines.getLast().routes.add(rxr);
            return;
        }
        routed = true;
        lines.subList(Math.min(firstOfOrder, lines.size()), lines.size()).forEach(line -> {
            if (line.routes.isEmpty()) {
                line.routes.add(rxr);
            }
        });
    }

    private List<DrugLine> numbered() {
        Map<String, Integer> numbers = new HashMap<>();
        var numbered = new ArrayList<DrugLine>();
        for (var line : lines) {
            if (!OrderControl.isTakenBack(message, line.orc)) {
                var rp = line.orc == null ? "" : line.orc.text(4);
                numbered.add(line.numbered(numbers.merge(rp, 1, Integer::sum)));
            }
        }
        return numbered;
    }
}

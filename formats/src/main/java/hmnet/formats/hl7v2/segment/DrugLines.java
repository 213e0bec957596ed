package hmnet.formats.hl7v2.segment;

import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.fhir.DrugLine;
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
        private @Nullable Segment timing;
        private @Nullable Segment route;
        private final List<Segment> components = new ArrayList<>();

        OpenDrug(Segment drug, @Nullable Segment orc, @Nullable Segment timing) {
            this.drug = drug;
            this.orc = orc;
            this.timing = timing;
        }
    }

    private final String drugSegment;
    private final List<OpenDrug> lines = new ArrayList<>();
    private @Nullable Segment orc;
    private @Nullable Segment timing;
    private final List<Segment> mixture = new ArrayList<>();
    private int firstOfOrder;

    private DrugLines(String drugSegment) {
        this.drugSegment = drugSegment;
    }

    /// @param drugSegment RXE for what was ordered, RXA for what was given
    public static List<DrugLine> of(Message message, String drugSegment) {
        var reading = new DrugLines(drugSegment);
        message.segments().forEach(reading::take);
        return reading.numbered();
    }

    private void take(Segment segment) {
        if (segment.is(drugSegment)) {
            var line = new OpenDrug(segment, orc, timing);
            line.components.addAll(mixture);
            lines.add(line);
            return;
        }
        switch (segment.name()) {
            case "ORC" -> {
                orc = segment;
                timing = null;
                mixture.clear();
                firstOfOrder = lines.size();
            }
            case "TQ1" -> timing(segment);
            case "RXR" ->
                lines.subList(firstOfOrder, lines.size()).forEach(line -> {
                    if (line.route == null) {
                        line.route = segment;
                    }
                });
            case "RXC" -> component(segment);
            default -> {
                // Other segments say nothing a chart shows; the file itself is kept.
            }
        }
    }

    private void timing(Segment segment) {
        if (lines.size() == firstOfOrder) {
            timing = segment;
        } else if (lines.getLast().timing == null) {
            lines.getLast().timing = segment;
        }
    }

    /// In an administration the mixture comes with the order, before what was given of it.
    private void component(Segment segment) {
        if (lines.size() == firstOfOrder) {
            mixture.add(segment);
        } else {
            lines.getLast().components.add(segment);
        }
    }

    private List<DrugLine> numbered() {
        Map<String, Integer> numbers = new HashMap<>();
        var numbered = new ArrayList<DrugLine>();
        for (var line : lines) {
            if (line.orc == null || !OrderControl.CANCELLED.contains(line.orc.text(1))) {
                var rp = line.orc == null ? "" : line.orc.text(4);
                int number = numbers.merge(rp, 1, Integer::sum);
                numbered.add(new DrugLine(line.drug, line.orc, line.timing, line.route, line.components, number));
            }
        }
        return numbered;
    }
}

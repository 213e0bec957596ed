package hmnet.formats.hl7v2.drug;

import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.DrugLine;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.code.Code;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.Supply;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Quantity and timing as messages before 2.5 have them (数量・タイミング, TQ型): interval, duration, start, end,
/// condition and words in one field.
///
/// @param words what no other part holds
record OldTiming(Concept usage, DosePeriod period, String condition, List<String> words) {
    private static final OldTiming NONE = new OldTiming(Concept.NONE, DosePeriod.NONE, "", List.of());

    static OldTiming of(DrugLine line) {
        var own = line.drug().is("RXE") && !line.drug().joined(1, " ").isBlank();
        var segment = own ? line.drug() : line.orc();
        return segment == null ? NONE : of(segment, own ? 1 : 7);
    }

    private static OldTiming of(Segment segment, int field) {
        if (segment.joined(field, " ").isBlank()) {
            return NONE;
        }
        var duration = segment.text(field, 3).strip();
        int days = duration.matches("[Dd][0-9]{1,3}") ? Supply.count(duration.substring(1)) : 0;
        var period = new DosePeriod(
                Hl7Time.fhir(segment.text(field, 4)),
                Hl7Time.fhir(segment.text(field, 5)),
                days,
                Supply.count(segment.text(field, 12)));
        var left = days > 0 || duration.isEmpty() ? List.<String>of() : List.of("投与期間 " + duration);
        return new OldTiming(
                usage(segment, field), period, segment.text(field, 7).strip(), left);
    }

    /// The words of the sender, and the interval's code.
    private static Concept usage(Segment segment, int field) {
        var code = segment.sub(field, 2, 1).strip();
        var named = segment.sub(field, 2, 2).strip();
        var words = segment.text(field, 8).strip();
        return code.isEmpty()
                ? Concept.of(words.isEmpty() ? named : words)
                : new Concept(
                        words.isEmpty() ? named : words,
                        List.of(new Code(
                                CodingSystems.uri(segment.sub(field, 2, 3).strip()), code, named)));
    }

    /// Whether there is one.
    @Nullable
    Concept unread() {
        return usage.isNone() || DosePatterns.isUnderstood(usage) ? null : usage;
    }
}

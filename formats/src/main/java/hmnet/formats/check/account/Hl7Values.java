package hmnet.formats.check.account;

import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.base.hl7.SegmentValues;
import java.util.List;
import java.util.Set;

/// The values of an HL7 message (電文の値): `RXE-7.2`, `RXE-19.2.2` for a subcomponent after the first.
final class Hl7Values {
    /// They are about what stands before them, which is told with them: `NTE(RXE)-3.1`.
    private static final Set<String> ABOUT_ANOTHER = Set.of("NTE", "OBX", "TQ1");

    private static final Set<String> THINGS = Set.of(
            "PID", "PV1", "ORC", "OBR", "RXO", "RXE", "RXD", "RXG", "RXA", "ODS", "SPM", "PRB", "AL1", "IAM", "TXA",
            "SCH", "AIS", "AIG", "AIL", "AIP", "IPC", "ZE1");

    private Hl7Values() {}

    static void add(Message message, String scope, List<FileValue> values) {
        var thing = "";
        var before = "";
        for (var segment : message.segments()) {
            var name = segment.name();
            var about = name.equals("NTE") ? before : thing;
            add(segment, ABOUT_ANOTHER.contains(name) ? name + "(" + about + ")" : name, scope, values);
            thing = THINGS.contains(name) ? name : thing;
            before = name.equals("NTE") ? before : name;
        }
    }

    private static void add(Segment segment, String place, String scope, List<FileValue> values) {
        SegmentValues.each(
                segment,
                (field, repetition, component, subcomponent, value) -> values.add(new FileValue(
                        scope,
                        place + "-" + field + "." + component + (subcomponent > 1 ? "." + subcomponent : "")
                                + (repetition > 1 ? "+" : ""),
                        value,
                        segment.line())));
    }
}

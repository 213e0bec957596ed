package hmnet.formats.base.hl7;

import java.util.Map;
import java.util.Set;

/// Whether a last segment without its closing CR can be whole (欠落の検査).
///
/// HL7 v2.5 §2.4 ends every segment with CR. Where it is missing the file may have been cut, and `4.9` read
/// as `4` harms a patient; so such a segment is taken only if it goes on beyond the fields a reader rests on.
final class Completeness {
    /// The last field that the segment must have (SS-MIX2 requirement R).
    private static final Map<String, Integer> NEEDED = Map.ofEntries(
            Map.entry("MSH", 12),
            Map.entry("PID", 8),
            Map.entry("PV1", 3),
            Map.entry("OBX", 11),
            Map.entry("OBR", 4),
            Map.entry("SPM", 4),
            Map.entry("ORC", 2),
            Map.entry("RXE", 11),
            Map.entry("RXA", 7),
            Map.entry("RXC", 4),
            Map.entry("RXO", 4),
            Map.entry("RXD", 5),
            Map.entry("AL1", 4),
            Map.entry("DG1", 6),
            Map.entry("ODS", 4),
            Map.entry("SCH", 11),
            Map.entry("TXA", 12),
            Map.entry("TQ1", 6),
            Map.entry("PRB", 10),
            Map.entry("IAM", 6),
            Map.entry("IN1", 3));

    /// Segments that say what the following ones are about, by the type of message (MSH-9.1), empty for
    /// any: one that stands last has lost them, whatever it says itself. In PPR an ORC stands behind its
    /// diagnosis.
    private static final Map<String, Set<String>> OPENS = Map.of(
            "ORC", Set.of("ORU", "OUL", "OML", "RDE", "RAS", "RDS", "OMP", "OMG", "OMI", "OMD", "ORM"),
            "OBR", Set.of("ORU", "OUL"),
            "SPM", Set.of("OUL"),
            "RXE", Set.of("RDE"),
            "RXO", Set.of("OMP", "ORM"),
            "MSH", Set.of());

    private Completeness() {}

    /// @param type of the message, such as `ORU`
    static void check(String type, Segment last) throws BadMessage {
        var opening = OPENS.get(last.name());
        if (opening != null && (opening.isEmpty() || opening.contains(type))) {
            throw new BadMessage("truncated", "the last segment " + last.name() + " is not closed and tells of more");
        }
        int needed = NEEDED.getOrDefault(last.name(), 1);
        if (last.size() < needed || (last.raw(needed).isEmpty() && last.size() == needed)) {
            throw new BadMessage("truncated", "the last segment " + last.name() + " is not closed and ends early");
        }
    }
}

package hmnet.formats.hl7v2.drug;

import hmnet.formats.base.Note;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.segment.DrugLine;
import hmnet.formats.hl7v2.segment.DrugLines;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;

/// Which elements of a dosing nobody can read from the chart (読めない用法): a code without words that stands in no
/// known table. It is shown as sent, and told.
public final class UnreadDosing {
    private static final String CODE = "dosing-not-understood";

    private UnreadDosing() {}

    /// @param line of the file on which the message begins
    public static List<Note> of(Message message, int line) {
        var notes = new LinkedHashSet<Note>();
        for (var fields : DrugFields.ALL) {
            if (message.first(fields.segment()) != null) {
                DrugLines.of(message, fields.segment()).forEach(drug -> notes.addAll(of(drug, line)));
            }
        }
        message.all("TQ2")
                .forEach(tq2 -> notes.add(Note.info(CODE, line + tq2.line() - 1, "TQ2", tq2.joined(4, " ") + " …")));
        return List.copyOf(notes);
    }

    private static List<Note> of(DrugLine drug, int line) {
        var notes = new ArrayList<Note>();
        for (var tq1 : drug.timings()) {
            DosePatterns.of(tq1).stream()
                    .filter(pattern -> !DosePatterns.isUnderstood(pattern))
                    .forEach(pattern -> notes.add(note(tq1, line, "TQ1-3", pattern.shown())));
        }
        DosePatterns.ofDrug(drug.drug()).stream()
                .filter(pattern -> !DosePatterns.isUnderstood(pattern))
                .forEach(pattern -> notes.add(note(drug.drug(), line, "RXE-7", pattern.shown())));
        var old = drug.timings().isEmpty() ? OldTiming.of(drug).unread() : null;
        if (old != null) {
            notes.add(note(drug.drug(), line, "ORC-7", old.shown()));
        }
        return notes;
    }

    private static Note note(Segment segment, int line, String field, String text) {
        return Note.info(CODE, line + segment.line() - 1, field, text);
    }
}

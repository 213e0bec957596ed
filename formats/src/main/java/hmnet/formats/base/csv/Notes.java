package hmnet.formats.base.csv;

import hmnet.formats.base.Note;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Remarks on a file as they are made (指摘の束): of one kind no more than twenty are listed, the rest is
/// counted, so that a file of slips does not become a file of remarks.
public final class Notes {
    private static final int LISTED = 20;

    private final List<Note> list = new ArrayList<>();
    private final Map<String, Integer> counts = new HashMap<>();

    public Notes(List<Note> first) {
        first.forEach(this::add);
    }

    public void add(Note note) {
        if (counted(note.code())) {
            list.add(note);
        }
    }

    /// Whether one more of a kind is listed; what is not is never made.
    private boolean counted(String code) {
        return counts.merge(code, 1, Integer::sum) <= LISTED;
    }

    public void info(String code, RecordLine line, int column, String text) {
        if (counted(code)) {
            list.add(Note.info(code, line.number(), field(line, column), text));
        }
    }

    public void repair(String code, RecordLine line, int column, String text) {
        if (counted(code)) {
            list.add(Note.repair(code, line.number(), field(line, column), text));
        }
    }

    /// The remarks in the order they were made, those that were not listed as a number at the end.
    public List<Note> list() {
        var all = new ArrayList<>(list);
        counts.forEach((code, count) -> {
            if (count > LISTED) {
                all.add(Note.info("more-of-the-same", 0, code, count - LISTED + " more"));
            }
        });
        return List.copyOf(all);
    }

    /// A place in a line as remarks name it: `201[5]`.
    public static String field(RecordLine line, int column) {
        return column == 0 ? line.tag() : line.tag() + "[" + column + "]";
    }
}

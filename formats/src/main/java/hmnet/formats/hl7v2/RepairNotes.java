package hmnet.formats.hl7v2;

import hmnet.formats.base.Note;
import hmnet.formats.base.hl7.Message.Repair;

/// A repair of a message as a remark on its file (修復の指摘).
public final class RepairNotes {
    private static final String LINE = "line ";

    private RepairNotes() {}

    /// @param line of the file on which the message begins
    public static Note note(Repair repair, int line) {
        var where = repair.where();
        if (where.startsWith(LINE) && where.length() < 16) {
            int own = Integer.parseInt(where.substring(LINE.length()));
            return Note.repair(repair.code(), line + own - 1, "", repair.detail());
        }
        return Note.repair(repair.code(), line, where, repair.detail());
    }
}

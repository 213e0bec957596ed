package hmnet.formats.hl7v2;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.model.chart.Sheet;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/// Sheets of any format as HL7 messages one after another (記載からHL7電文ファイルへ).
final class Hl7Writer {
    private Hl7Writer() {}

    /// Notes say what HL7 messages could not.
    static WrittenFile write(List<Sheet> sheets) throws Unreadable {
        var bytes = new ByteArrayOutputStream();
        var notes = new ArrayList<Note>();
        for (var sheet : sheets) {
            var messages = SheetMessages.of(sheet, false);
            notes.addAll(messages.notes());
            for (var spoken : messages.spoken()) {
                int end = spoken.bytes().length;
                // The end mark of a file of the storage does not stand between messages.
                bytes.write(spoken.bytes(), 0, spoken.bytes()[end - 1] == 0x1C ? end - 1 : end);
            }
        }
        if (bytes.size() == 0) {
            throw new Unreadable("not-writable", 0, "", "hl7v2 has no message for it");
        }
        return new WrittenFile(bytes.toByteArray(), List.copyOf(notes));
    }
}

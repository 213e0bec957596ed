package hmnet.formats.ssmix2;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.Message.Repair;
import hmnet.formats.hl7v2.RepairNotes;
import hmnet.formats.hl7v2.item.Contents;
import hmnet.formats.hl7v2.item.MessageContext;
import hmnet.formats.hl7v2.item.MessageItem;
import hmnet.formats.hl7v2.segment.PatientSegment;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.Entry;
import hmnet.formats.ssmix2.storage.ExtendedPath;
import java.util.ArrayList;
import java.util.List;

/// What a message in the extended storage tells (拡張ストレージ内の電文): vital signs above all.
///
/// @param doubted the message names another number than its folder
record ExtendedMessage(Demographics person, List<Entry> entries, boolean doubted) {
    static ExtendedMessage read(ExtendedPath path, byte[] bytes, List<Note> notes) throws Unreadable {
        try {
            return of(path, Message.parse(bytes), notes);
        } catch (BadMessage bad) {
            throw new Unreadable(bad.code(), 0, path.file(), bad.detail());
        }
    }

    private static ExtendedMessage of(ExtendedPath path, Message message, List<Note> notes) throws Unreadable {
        message.repairs().forEach(repair -> notes.add(RepairNotes.note(repair, 1)));
        var pid = message.first("PID");
        if (pid == null) {
            throw new Unreadable("pid-missing", 0, path.file(), "no PID segment");
        }
        var repairs = new ArrayList<Repair>();
        var person = PatientSegment.read(pid, repairs);
        repairs.forEach(repair -> notes.add(RepairNotes.note(repair, 1)));
        boolean doubted = pid.has(3) && !unpadded(pid.text(3)).equals(unpadded(path.patient()));
        if (doubted) {
            notes.add(Note.repair("pid3-differs", pid.line(), "PID-3", "the number of the folder stands"));
        }
        var about = new MessageContext(message, path.at(), path.department().equals("-") ? "" : path.department());
        var told = path.kind().isVitalSigns() ? Contents.vitals(about) : Contents.of(about);
        var entries = told.stream()
                .filter(item -> !item.deletes())
                .map(MessageItem::entries)
                .flatMap(List::stream)
                .toList();
        if (entries.isEmpty()) {
            throw new Unreadable("segment-missing", 0, "OBX", "nothing in " + message.type());
        }
        return new ExtendedMessage(person, entries, doubted);
    }

    private static String unpadded(String number) {
        return number.strip().replaceFirst("^0+(?=.)", "");
    }
}

package hmnet.formats.hl7v2;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.hl7.Hl7Time;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.Message.Repair;
import hmnet.formats.base.hl7.Segment;
import hmnet.formats.hl7v2.drug.UnreadDosing;
import hmnet.formats.hl7v2.item.Contents;
import hmnet.formats.hl7v2.item.MessageContext;
import hmnet.formats.hl7v2.item.MessageItem;
import hmnet.formats.hl7v2.item.MessageType;
import hmnet.formats.hl7v2.segment.Insurances;
import hmnet.formats.hl7v2.segment.PatientSegment;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.InsuredNumber;
import hmnet.formats.model.chart.Sheet;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The sheets of one message (電文から記載へ): whose they are, when they were made, what they tell.
final class PatientSheets {
    /// Their PID tells the patient's demographics.
    private static final Set<String> MASTER = Set.of("A01", "A04", "A05", "A08", "A28", "A31");

    /// They name two numbers of one patient, or two patients, on purpose; the identity feed takes them.
    private static final Set<String> SEVERAL = Set.of(
            "A17", "A18", "A24", "A30", "A34", "A35", "A36", "A37", "A40", "A41", "A42", "A43", "A47", "A49", "A50");

    private final Message message;
    private final int line;
    private final List<Note> notes = new ArrayList<>();
    private final List<Sheet> sheets = new ArrayList<>();

    /// @param line of the file on which the message begins
    PatientSheets(Message message, int line) throws Unreadable {
        this.message = message;
        this.line = line;
        message.repairs().forEach(this::note);
        var type = MessageType.of(message);
        if (type.isEmpty()) {
            notes.add(Note.info("type-not-read", line, "MSH-9", message.type()));
            return;
        }
        var missing = type.get().missing(message);
        if (!missing.isEmpty()) {
            throw new Unreadable(
                    missing.equals("PID") ? "pid-missing" : "segment-missing", line, missing, message.type());
        }
        if (type.get().content() == MessageType.Content.NOTHING) {
            notes.add(Note.info("no-chart-data", line, "MSH-9", message.type()));
            return;
        }
        tell();
    }

    List<Note> notes() {
        return notes;
    }

    List<Sheet> sheets() {
        return sheets;
    }

    private void tell() throws Unreadable {
        var pid = message.first("PID");
        if (pid == null) {
            throw new Unreadable("pid-missing", line, "PID", message.type());
        }
        var at = time();
        var about = new MessageContext(message, at, "");
        boolean adt = about.type().equals("ADT");
        if (adt && SEVERAL.contains(about.trigger())) {
            notes.add(Note.info("identity-feed", line, "MSH-9", message.type()));
            return;
        }
        onePatient(pid);
        var repairs = new ArrayList<Repair>();
        var person = PatientSegment.read(pid, repairs);
        repairs.forEach(this::note);
        var number = pid.text(3).strip();
        if (number.isEmpty()) {
            notes.add(Note.info("pid3-missing", at(pid), "PID-3", "no number"));
        }
        boolean master = adt && MASTER.contains(about.trigger());
        var insured = adt ? Insurances.latest(message.all("IN1")) : null;
        notes.addAll(UnreadDosing.of(message, line));
        var told = Contents.of(about);
        for (var item : told.isEmpty() && master ? List.of(MessageItem.of("PATIENT")) : told) {
            sheets.add(sheet(number, person, insured, item, at, master));
        }
        if (sheets.isEmpty()) {
            notes.add(Note.info("nothing-told", line, "MSH-9", message.type()));
        }
    }

    private static Sheet sheet(
            String number,
            Demographics person,
            @Nullable InsuredNumber insured,
            MessageItem told,
            OffsetDateTime at,
            boolean master) {
        var version = Hl7Time.hl7(at) + "%03d".formatted(at.getNano() / 1_000_000);
        return new Sheet(
                number,
                person,
                insured,
                told.source(),
                version,
                at,
                told.deletes(),
                master && !told.deletes(),
                told.entries());
    }

    /// MSH-7, else when the event or the order was recorded.
    private OffsetDateTime time() throws Unreadable {
        for (var field : List.of("MSH-7", "EVN-2", "ORC-9", "OBR-7", "PRB-2", "TXA-4")) {
            var segment = message.first(field.substring(0, 3));
            var at = segment == null ? null : Hl7Time.at(segment.text(Integer.parseInt(field.substring(4))));
            if (at != null) {
                if (!field.equals("MSH-7")) {
                    notes.add(Note.repair("time-missing", line, "MSH-7", field + " stands for it"));
                }
                return at;
            }
        }
        throw new Unreadable("time-missing", line, "MSH-7", "no time in the message");
    }

    private void onePatient(Segment first) throws Unreadable {
        for (var pid : message.all("PID")) {
            boolean otherNumber = pid.has(3)
                    && first.has(3)
                    && !pid.text(3).strip().equals(first.text(3).strip());
            if (otherNumber || pid.line() != first.line() && PatientSegment.contradict(first, pid)) {
                throw new Unreadable(
                        "patients-differ", at(pid), otherNumber ? "PID-3" : "PID-5", "two patients in one message");
            }
        }
    }

    private int at(Segment segment) {
        return line + segment.line() - 1;
    }

    private void note(Repair repair) {
        notes.add(RepairNotes.note(repair, line));
    }
}

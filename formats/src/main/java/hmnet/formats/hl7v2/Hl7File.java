package hmnet.formats.hl7v2;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.csv.Notes;
import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.MessageBuilder;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.file.SheetsOnDemand;
import hmnet.formats.model.chart.Sheet;
import java.io.ByteArrayOutputStream;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A file of HL7 v2 messages, read (HL7電文ファイル): one or many, bare, framed or in a batch. One message
/// that cannot be read refuses the file: what was lost in it nobody could say.
public final class Hl7File implements FacilityFile {
    /// What a file may have so that its messages stay in memory.
    private static final int SMALL = 8 << 20;

    private final List<Message> messages;
    private final List<Sheet> sheets;
    private final Set<String> types;
    private final List<Note> notes;

    private Hl7File(List<Message> messages, List<Sheet> sheets, Set<String> types, List<Note> notes) {
        this.messages = messages;
        this.sheets = sheets;
        this.types = types;
        this.notes = notes;
    }

    public static Hl7File read(byte[] bytes) throws Unreadable {
        return read(bytes, SMALL);
    }

    /// @param small how large a file is whose messages stay as they were read; those of a larger one are read again
    ///     when they are asked for
    static Hl7File read(byte[] bytes, int small) throws Unreadable {
        var batch = Batch.of(bytes);
        return bytes.length <= small ? small(bytes, batch) : large(bytes, batch);
    }

    private static Hl7File small(byte[] bytes, Batch batch) throws Unreadable {
        var messages = new ArrayList<Message>();
        var sheets = new ArrayList<Sheet>();
        var types = new LinkedHashSet<String>();
        var notes = new LinkedHashSet<>(batch.notes());
        for (var slice : batch.slices()) {
            var message = parse(bytes, slice);
            messages.add(message);
            types.add(message.type());
            var patient = new PatientSheets(message, slice.line());
            sheets.addAll(patient.sheets());
            notes.addAll(patient.notes());
        }
        return new Hl7File(List.copyOf(messages), List.copyOf(sheets), types, List.copyOf(notes));
    }

    private static Hl7File large(byte[] bytes, Batch batch) throws Unreadable {
        var slices = batch.slices();
        var ends = new int[slices.size()];
        var types = new LinkedHashSet<String>();
        var notes = new Notes(batch.notes());
        int told = 0;
        for (int i = 0; i < ends.length; i++) {
            var message = parse(bytes, slices.get(i));
            types.add(message.type());
            var patient = new PatientSheets(message, slices.get(i).line());
            told += patient.sheets().size();
            ends[i] = told;
            patient.notes().forEach(notes::add);
        }
        var messages = new AbstractList<Message>() {
            @Override
            public Message get(int index) {
                return again(() -> parse(bytes, slices.get(index)));
            }

            @Override
            public int size() {
                return slices.size();
            }
        };
        var sheets = new SheetsOnDemand(
                ends,
                at -> again(() -> new PatientSheets(
                                parse(bytes, slices.get(at)), slices.get(at).line())
                        .sheets()));
        return new Hl7File(messages, sheets, types, notes.list());
    }

    /// What was read before reads again.
    private static <T> T again(MessageSource<T> reading) {
        try {
            return reading.read();
        } catch (Unreadable changed) {
            throw new IllegalStateException("A message that was read before", changed);
        }
    }

    @FunctionalInterface
    private interface MessageSource<T> {
        T read() throws Unreadable;
    }

    private static Message parse(byte[] bytes, Batch.Slice slice) throws Unreadable {
        try {
            return Message.parse(slice.of(bytes));
        } catch (BadMessage bad) {
            throw new Unreadable(bad.code(), slice.line(), "", bad.detail());
        }
    }

    /// Whether a file means to be HL7 v2, also when it is damaged.
    ///
    /// @param head the first bytes, some thousand at most
    /// @param name of the file
    public static boolean looksLike(byte[] head, String name) {
        int from = 0;
        while (from < head.length && from < 16 && (head[from] <= ' ' || (head[from] & 0xFF) >= 0xBB)) {
            from++;
        }
        if (head.length - from >= 4) {
            var start = new String(head, from, 4, java.nio.charset.StandardCharsets.ISO_8859_1);
            if (start.matches("(MSH|FHS|BHS)[^0-9A-Za-z]")) {
                return true;
            }
        }
        return name.toLowerCase(Locale.ROOT).matches(".*\\.(hl7|hl7v2|hl7batch|er7)");
    }

    @Override
    public Format format() {
        return Format.HL7V2;
    }

    /// MSH-12 of the first message.
    @Override
    public String version() {
        return messages.getFirst().header().text(12);
    }

    /// The types of its messages, such as `RDE^O11`.
    @Override
    public String kind() {
        return String.join(" ", types);
    }

    @Override
    public List<Note> notes() {
        return notes;
    }

    /// One for each thing a message tells of a patient.
    @Override
    public List<Sheet> sheets() {
        return sheets;
    }

    /// Also of messages that say nothing for a chart, and numbers that were merged.
    @Override
    public Set<String> patients() {
        var patients = new HashSet<String>();
        for (var message : messages) {
            message.all("PID").forEach(pid -> patients.add(pid.text(3).strip()));
            message.all("MRG").forEach(merged -> patients.add(merged.text(1).strip()));
        }
        return patients;
    }

    public List<Message> messages() {
        return messages;
    }

    /// The messages written anew, strictly: usual separators, CR after every segment, ISO-2022-JP, or UTF-8
    /// where a message holds characters that it cannot say. Nothing is lost.
    public byte[] bytes() {
        var out = new ByteArrayOutputStream();
        messages.forEach(
                message -> out.writeBytes(MessageBuilder.copyOf(message).toBytes()));
        return out.toByteArray();
    }

    /// Sheets of any format as messages one after another.
    ///
    /// @throws Unreadable `not-writable` where no message says it
    public static WrittenFile write(List<Sheet> sheets) throws Unreadable {
        return Hl7Writer.write(sheets);
    }
}

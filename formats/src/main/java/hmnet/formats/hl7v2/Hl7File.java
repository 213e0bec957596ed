package hmnet.formats.hl7v2;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.WrittenFile;
import hmnet.formats.base.hl7.BadMessage;
import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.MessageBuilder;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.model.chart.Sheet;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;

/// A file of HL7 v2 messages, read (HL7電文ファイル): one or many, bare, framed or in a batch. One message
/// that cannot be read refuses the file: what was lost in it nobody could say.
public final class Hl7File implements FacilityFile {
    private final List<Message> messages;
    private final List<Sheet> sheets;
    private final List<Note> notes;

    private Hl7File(List<Message> messages, List<Sheet> sheets, List<Note> notes) {
        this.messages = List.copyOf(messages);
        this.sheets = List.copyOf(sheets);
        this.notes = List.copyOf(notes);
    }

    public static Hl7File read(byte[] bytes) throws Unreadable {
        var batch = Batch.of(bytes);
        var messages = new ArrayList<Message>();
        var sheets = new ArrayList<Sheet>();
        var notes = new LinkedHashSet<>(batch.notes());
        for (var slice : batch.slices()) {
            var message = parse(slice);
            messages.add(message);
            var patient = new PatientSheets(message, slice.line());
            sheets.addAll(patient.sheets());
            notes.addAll(patient.notes());
        }
        return new Hl7File(messages, sheets, new ArrayList<>(notes));
    }

    private static Message parse(Batch.Slice slice) throws Unreadable {
        try {
            return Message.parse(slice.bytes());
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
        var types = new LinkedHashSet<String>();
        messages.forEach(message -> types.add(message.type()));
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

package hmnet.formats.other.room;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.other.Descriptor;
import hmnet.formats.other.FileKind;
import hmnet.formats.other.LargeVerdict;
import hmnet.formats.other.OtherFile;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What goes to a room and comes out of it (検査室とのやりとり), by length and bytes. Who reads an answer believes none of
/// its lengths: the room may have been taken over.
final class RoomWire {
    static final int READY = 0x484D_0001;
    static final int NEXT = 7;
    static final int DRAW = 8;
    static final int NEXT_LARGE = 9;
    private static final int FILE = 1;
    static final int REFUSAL = 2;
    private static final int PICTURE = 3;

    /// What is only said of a large file: the bytes it wants, what is written anew, what it is.
    static final int READ = 10;

    static final int CLEANED = 11;
    static final int PIECE = 12;
    static final int END = 13;
    static final int VERDICT = 14;

    private static final int TEXT = 64 << 10;
    private static final int NOTES = 10_000;
    /// What is written anew may be larger than what came.
    private static final int CONTENT = 3 * OtherFile.BYTES;

    private RoomWire() {}

    static void ask(DataOutputStream out, byte[] bytes, String name) throws IOException {
        out.writeByte(NEXT);
        text(out, name);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    static void askDrawing(DataOutputStream out, byte[] bytes, int page, int side) throws IOException {
        out.writeByte(DRAW);
        out.writeInt(page);
        out.writeInt(side);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    static void askLarge(DataOutputStream out, String name, long length) throws IOException {
        out.writeByte(NEXT_LARGE);
        text(out, name);
        out.writeLong(length);
        out.flush();
    }

    /// A block of a large file, asked for from within.
    static byte[] asked(DataInputStream in, DataOutputStream out, long at, int count) throws IOException {
        out.writeByte(READ);
        out.writeLong(at);
        out.writeInt(count);
        out.flush();
        var block = bytes(in, count);
        if (block.length < count) {
            throw new IOException("cut at " + (at + block.length));
        }
        return block;
    }

    static byte[] bytes(DataInputStream in, int most) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > most) {
            throw new IOException("a length of " + length);
        }
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("cut");
        }
        return bytes;
    }

    static String text(DataInputStream in) throws IOException {
        return new String(bytes(in, TEXT), StandardCharsets.UTF_8);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static void answer(DataOutputStream out, OtherFile file) throws IOException {
        out.writeByte(FILE);
        text(out, file.type().name());
        text(out, file.contentType());
        text(out, file.fingerprint());
        var descriptor = file.descriptor();
        text(out, descriptor == null ? "" : descriptor.json());
        notes(out, file.notes());
        out.writeInt(file.content().length);
        out.write(file.content());
        out.flush();
    }

    static void answer(DataOutputStream out, RasterDrawing drawing) throws IOException {
        out.writeByte(PICTURE);
        out.writeInt(drawing.pages());
        out.writeInt(drawing.picture().length);
        out.write(drawing.picture());
        out.flush();
    }

    static RasterDrawing drawing(DataInputStream in) throws IOException, Unreadable {
        expect(PICTURE, in);
        int pages = in.readInt();
        if (pages < 1) {
            throw new IOException(pages + " pages");
        }
        return new RasterDrawing(pages, bytes(in, OtherFile.BYTES));
    }

    private static void expect(int kind, DataInputStream in) throws IOException, Unreadable {
        int said = in.readUnsignedByte();
        if (said == REFUSAL) {
            throw refusal(in);
        }
        if (said != kind) {
            throw new IOException("an answer of kind " + said);
        }
    }

    static void answer(DataOutputStream out, Unreadable refusal) throws IOException {
        out.writeByte(REFUSAL);
        note(out, refusal.note());
        out.flush();
    }

    static void answer(DataOutputStream out, LargeVerdict verdict) throws IOException {
        out.writeByte(VERDICT);
        text(out, verdict.kind().name());
        text(out, verdict.contentType());
        out.writeBoolean(verdict.rewritten());
        notes(out, verdict.notes());
        out.flush();
    }

    static LargeVerdict verdict(DataInputStream in) throws IOException {
        return new LargeVerdict(FileKind.valueOf(text(in)), text(in), in.readBoolean(), notes(in));
    }

    static Unreadable refusal(DataInputStream in) throws IOException {
        var note = note(in);
        return new Unreadable(note.code(), note.line(), note.field(), note.text());
    }

    private static void notes(DataOutputStream out, List<Note> notes) throws IOException {
        out.writeInt(notes.size());
        for (var note : notes) {
            note(out, note);
        }
    }

    private static List<Note> notes(DataInputStream in) throws IOException {
        int count = in.readInt();
        if (count < 0 || count > NOTES) {
            throw new IOException(count + " notes");
        }
        List<Note> notes = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            notes.add(note(in));
        }
        return List.copyOf(notes);
    }

    private static void note(DataOutputStream out, Note note) throws IOException {
        text(out, note.code());
        text(out, note.severity().name());
        out.writeInt(note.line());
        text(out, note.field());
        text(out, note.text());
    }

    private static Note note(DataInputStream in) throws IOException {
        return new Note(text(in), Note.Severity.valueOf(text(in)), in.readInt(), text(in), text(in));
    }

    static OtherFile answer(DataInputStream in) throws IOException, Unreadable {
        expect(FILE, in);
        var type = FileKind.valueOf(text(in));
        var contentType = text(in);
        var fingerprint = text(in);
        var json = text(in);
        var descriptor = json.isEmpty() ? null : Descriptor.read(json.getBytes(StandardCharsets.UTF_8));
        var notes = notes(in);
        return new OtherFile(type, contentType, bytes(in, CONTENT), fingerprint, descriptor, notes);
    }
}

package hmnet.formats.other.room;

import hmnet.formats.base.Unreadable;
import hmnet.formats.other.LargeExaminer;
import hmnet.formats.other.OtherFile;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// The inside of a room (検査室の中): reads files from its standard input and says what they are, one after the other,
/// until nobody asks any more.
public final class RoomInside {
    private RoomInside() {}

    public static void main(String... arguments) throws IOException {
        var out = new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 1 << 16));
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        var in = new DataInputStream(System.in);
        RoomParent.endWithIt();
        out.writeInt(RoomWire.READY);
        out.flush();
        for (int asked = in.read(); asked >= 0; asked = in.read()) {
            switch (asked) {
                case RoomWire.NEXT -> examine(in, out);
                case RoomWire.NEXT_LARGE -> examineLarge(in, out);
                case RoomWire.DRAW -> draw(in, out);
                // From outside: nobody asks so.
                default -> {
                    return;
                }
            }
        }
    }

    private static void draw(DataInputStream in, DataOutputStream out) throws IOException {
        int page = in.readInt();
        int side = in.readInt();
        var bytes = RoomWire.bytes(in, OtherFile.BYTES);
        try {
            RoomWire.answer(out, RasterPage.draw(bytes, page, side));
        } catch (Unreadable refused) {
            RoomWire.answer(out, refused);
        }
    }

    private static void examineLarge(DataInputStream in, DataOutputStream out) throws IOException {
        var name = RoomWire.text(in);
        var bytes = new RoomBytes(in, out, in.readLong());
        try {
            RoomWire.answer(out, LargeExaminer.examine(bytes, name, () -> RoomContent.begin(out)));
        } catch (Unreadable refused) {
            RoomWire.answer(out, refused);
        }
    }

    private static void examine(DataInputStream in, DataOutputStream out) throws IOException {
        var name = RoomWire.text(in);
        var bytes = RoomWire.bytes(in, OtherFile.BYTES);
        try {
            RoomWire.answer(out, OtherFile.read(bytes, name));
        } catch (Unreadable refused) {
            RoomWire.answer(out, refused);
        }
    }
}

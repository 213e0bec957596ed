package hmnet.formats.other.room;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/// What a room writes anew of a large file, on its way out (書き直した本体の送出し), in pieces.
final class RoomContent extends OutputStream {
    private static final int PIECE = 64 << 10;

    private final DataOutputStream out;

    private RoomContent(DataOutputStream out) {
        this.out = out;
    }

    static OutputStream begin(DataOutputStream out) throws IOException {
        out.writeByte(RoomWire.CLEANED);
        return new BufferedOutputStream(new RoomContent(out), PIECE);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        for (int at = from; at < from + count; at += PIECE) {
            int length = Math.min(PIECE, from + count - at);
            out.writeByte(RoomWire.PIECE);
            out.writeInt(length);
            out.write(bytes, at, length);
        }
    }

    @Override
    public void close() throws IOException {
        out.writeByte(RoomWire.END);
    }
}

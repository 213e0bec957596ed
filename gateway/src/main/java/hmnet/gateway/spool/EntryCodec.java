package hmnet.gateway.spool;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.luben.zstd.Zstd;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;

/// An entry as bytes (一件の梱包): path, note, and the body packed.
final class EntryCodec {
    private static final int LEVEL = 3;

    private EntryCodec() {}

    static byte[] wrap(Entry entry) throws IOException {
        var path = entry.path().getBytes(UTF_8);
        var note = entry.note().getBytes(UTF_8);
        if (path.length > Short.MAX_VALUE || note.length > Short.MAX_VALUE) {
            throw new IOException("a name too long to be kept");
        }
        var head = 2 + path.length + 2 + note.length + 4;
        var whole = new byte[head + (int) Zstd.compressBound(entry.bytes().length)];
        ByteBuffer.wrap(whole)
                .putShort((short) path.length)
                .put(path)
                .putShort((short) note.length)
                .put(note)
                .putInt(entry.bytes().length);
        var packed =
                Zstd.compressByteArray(whole, head, whole.length - head, entry.bytes(), 0, entry.bytes().length, LEVEL);
        if (Zstd.isError(packed)) {
            throw new IOException("cannot be packed: " + Zstd.getErrorName(packed));
        }
        return Arrays.copyOf(whole, head + (int) packed);
    }

    static Entry unwrap(byte[] plain, Instant at) throws IOException {
        var in = ByteBuffer.wrap(plain);
        var path = text(in);
        var note = text(in);
        var body = new byte[in.getInt()];
        var size = Zstd.decompressByteArray(body, 0, body.length, plain, in.position(), in.remaining());
        if (size != body.length) {
            throw new IOException("cannot be unpacked");
        }
        return new Entry(path, note, at, body);
    }

    private static String text(ByteBuffer in) {
        var bytes = new byte[in.getShort()];
        in.get(bytes);
        return new String(bytes, UTF_8);
    }
}

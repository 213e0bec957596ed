package hmnet.formats.other.picture;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;

/// A TIFF by its directories (TIFFの検査): each of them, and what its entries point to, lies within the file. It is not
/// changed.
public final class Directories {
    private static final int MOST = 10_000;
    private static final int ENTRY = 12;
    private static final int[] SIZES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4};

    private Directories() {}

    public static List<Note> check(LargeBytes bytes) throws Unreadable, IOException {
        var head = ByteBuffer.wrap(bytes.read(0, 8));
        if (head.remaining() < 8) {
            throw cut();
        }
        var order = head.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        var seen = new HashSet<Long>();
        long at = head.order(order).getInt(4) & 0xFFFF_FFFFL;
        while (at != 0) {
            if (!seen.add(at) || seen.size() > MOST) {
                throw new Unreadable("too-complex", 0, "IFD", "more directories than pictures");
            }
            at = next(bytes, at, order);
        }
        if (seen.isEmpty()) {
            throw cut();
        }
        return List.of(Note.info("metadata-kept", 0, "TIFF", "place and time may be in it"));
    }

    private static long next(LargeBytes bytes, long at, ByteOrder order) throws Unreadable, IOException {
        if (at < 8 || at + 2 > bytes.length()) {
            throw cut();
        }
        int entries = ByteBuffer.wrap(bytes.read(at, 2)).order(order).getShort() & 0xFFFF;
        var table = ByteBuffer.wrap(bytes.read(at + 2, entries * ENTRY + 4)).order(order);
        if (entries == 0 || table.remaining() < entries * ENTRY + 4) {
            throw cut();
        }
        for (int i = 0; i < entries; i++) {
            int type = table.getShort(i * ENTRY + 2) & 0xFFFF;
            long size = (table.getInt(i * ENTRY + 4) & 0xFFFF_FFFFL) * (type < SIZES.length ? SIZES[type] : 1);
            long value = table.getInt(i * ENTRY + 8) & 0xFFFF_FFFFL;
            if (size > 4 && value + size > bytes.length()) {
                throw cut();
            }
        }
        return table.getInt(entries * ENTRY) & 0xFFFF_FFFFL;
    }

    private static Unreadable cut() {
        return new Unreadable("truncated", 0, "IFD", "the picture is cut or damaged");
    }
}

package hmnet.formats.other;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// What the table at the end of a ZIP says it holds (書庫の目次), by its letters alone: enough to know what kind of file it
/// is. Whoever opens it reads it anew.
final class ArchiveTable {
    private static final int END = 22;
    private static final int ROW = 46;
    private static final int COMMENT = 0xFFFF;
    private static final int MOST = 5_000;

    private ArchiveTable() {}

    /// Nothing where the table is not within these last bytes.
    static List<String> names(byte[] tail) {
        var bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
        for (int end = tail.length - END; end >= Math.max(0, tail.length - END - COMMENT); end--) {
            if (bytes.getInt(end) == 0x06054b50) {
                long from = end - (bytes.getInt(end + 12) & 0xFFFF_FFFFL);
                return from < 0 ? List.of() : names(tail, (int) from, end);
            }
        }
        return List.of();
    }

    private static List<String> names(byte[] tail, int from, int end) {
        var bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
        var names = new ArrayList<String>();
        for (int at = from; at + ROW <= end && bytes.getInt(at) == 0x02014b50 && names.size() < MOST; ) {
            int length = bytes.getShort(at + 28) & 0xFFFF;
            if (at + ROW + length > end) {
                break;
            }
            names.add(new String(tail, at + ROW, length, StandardCharsets.ISO_8859_1).replace('\\', '/'));
            at += ROW + length + (bytes.getShort(at + 30) & 0xFFFF) + (bytes.getShort(at + 32) & 0xFFFF);
        }
        return names;
    }
}

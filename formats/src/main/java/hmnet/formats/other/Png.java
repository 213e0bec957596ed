package hmnet.formats.other;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/// A picture without words about it (PNGのメタデータ除去): text, time and EXIF chunks are left out.
final class Png {
    private static final Set<String> REMOVED = Set.of("tEXt", "zTXt", "iTXt", "eXIf", "tIME");
    private static final int CHUNKS = 100_000;

    private Png() {}

    static CleanedContent clean(byte[] bytes) throws Unreadable {
        var out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, 8);
        int at = 8;
        int removed = 0;
        for (int i = 0; i < CHUNKS && at + 12 <= bytes.length; i++) {
            long length = number(bytes, at);
            if (length > bytes.length - at - 12L) {
                break;
            }
            int size = (int) length + 12;
            if (crc(bytes, at + 4, size - 8) != number(bytes, at + size - 4)) {
                throw new Unreadable("damaged", 0, "", "a chunk whose sum differs");
            }
            var kind = new String(bytes, at + 4, 4, StandardCharsets.ISO_8859_1);
            if (REMOVED.contains(kind)) {
                removed++;
            } else {
                out.write(bytes, at, size);
            }
            at += size;
            if (kind.equals("IEND")) {
                var notes = removed == 0 && at == bytes.length
                        ? List.<Note>of()
                        : List.of(Note.info("metadata-removed", 0, "PNG", removed + " chunks"));
                return new CleanedContent(FileKind.PNG.contentType(), out.toByteArray(), notes);
            }
        }
        throw new Unreadable("truncated", 0, "", "the picture is cut");
    }

    private static long number(byte[] bytes, int at) {
        return (bytes[at] & 0xFFL) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
    }

    private static long crc(byte[] bytes, int at, int length) {
        var crc = new CRC32();
        crc.update(bytes, at, length);
        return crc.getValue();
    }
}

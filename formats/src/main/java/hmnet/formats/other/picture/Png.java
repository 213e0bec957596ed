package hmnet.formats.other.picture;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.zip.CRC32;

/// A picture without words about it (PNGのメタデータ除去): what is needed to draw it stays, every other chunk is left out,
/// whatever it is called.
public final class Png {
    private static final Set<String> DRAWN = Set.of("IHDR", "PLTE", "IDAT", "IEND", "acTL", "fcTL", "fdAT");
    private static final Set<String> COLOURS =
            Set.of("tRNS", "bKGD", "cHRM", "gAMA", "iCCP", "sBIT", "sRGB", "cICP", "mDCV", "cLLI", "pHYs");
    private static final int CHUNKS = 100_000;
    /// More pictures than one that moves is made of.
    private static final int FRAMES = 1_000;
    private static final int ANCILLARY = 0x20;

    private Png() {}

    public static CleanedContent clean(byte[] bytes) throws Unreadable {
        var out = new ByteArrayOutputStream(bytes.length);
        out.write(bytes, 0, 8);
        int at = 8;
        int removed = 0;
        int frames = 0;
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
            frames += kind.equals("fcTL") ? 1 : 0;
            check(kind, frames, bytes, at, size);
            if (DRAWN.contains(kind) || COLOURS.contains(kind)) {
                out.write(bytes, at, size);
            } else {
                removed++;
            }
            at += size;
            if (kind.equals("IEND")) {
                var notes = removed == 0 && at == bytes.length
                        ? List.<Note>of()
                        : List.of(Note.info("metadata-removed", 0, "PNG", removed + " chunks"));
                return new CleanedContent("image/png", out.toByteArray(), notes);
            }
        }
        throw new Unreadable("truncated", 0, "", "the picture is cut");
    }

    private static void check(String kind, int frames, byte[] bytes, int at, int size) throws Unreadable {
        if ((at == 8) != kind.equals("IHDR") || !DRAWN.contains(kind) && (kind.charAt(0) & ANCILLARY) == 0) {
            throw new Unreadable("damaged", 0, kind, "a picture that no browser draws");
        }
        if (kind.equals("IHDR") && size > 12 + 8) {
            PictureSize.check(number(bytes, at + 8), number(bytes, at + 12));
        }
        if (frames > FRAMES) {
            throw new Unreadable("too-complex", 0, kind, "more than " + FRAMES + " pictures in one");
        }
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

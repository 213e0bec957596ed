package hmnet.formats.other.picture;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A photograph without where, when and by whom (JPEGのメタデータ除去): what the picture and its colour need stays, every other
/// segment is left out, known or not; of EXIF only which side is up stays. The picture itself is not touched.
public final class Jpeg {
    private static final int MARKERS = 10_000;
    /// Tables, frames and scans.
    private static final Set<Integer> DRAWN = Set.of(
            0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xC5, 0xC6, 0xC7, 0xC9, 0xCA, 0xCB, 0xCC, 0xCD, 0xCE, 0xCF, 0xDA, 0xDB, 0xDC,
            0xDD, 0xDE, 0xDF);
    private static final Set<Integer> TABLES = Set.of(0xC4, 0xCC);

    private static final byte[] EXIF = {'E', 'x', 'i', 'f', 0, 0};
    private static final byte[] JFIF = {'J', 'F', 'I', 'F', 0};
    private static final byte[] ADOBE = {'A', 'd', 'o', 'b', 'e'};
    private static final byte[] ICC = {'I', 'C', 'C', '_'};
    /// A longer one brings a small picture of its own, which may show what was cut from the large one.
    private static final int PLAIN_JFIF = 16;

    private final byte[] bytes;
    private final ByteArrayOutputStream out;
    private final List<Note> notes = new ArrayList<>();
    private int removed;
    private int orientation = 1;

    private Jpeg(byte[] bytes) {
        this.bytes = bytes;
        this.out = new ByteArrayOutputStream(bytes.length);
    }

    public static CleanedContent clean(byte[] bytes) throws Unreadable {
        return new Jpeg(bytes).cleaned();
    }

    /// Which side is up, as EXIF numbers it: 1 is upright.
    public static int orientation(byte[] bytes) throws Unreadable {
        var jpeg = new Jpeg(bytes);
        jpeg.cleaned();
        return jpeg.orientation;
    }

    private CleanedContent cleaned() throws Unreadable {
        int at = 2;
        var kept = new ByteArrayOutputStream();
        for (int i = 0; i < MARKERS; i++) {
            at = marker(at);
            int kind = bytes[at + 1] & 0xFF;
            if (kind == 0xD9) {
                throw cut();
            }
            int length = length(at + 2);
            if (isKept(kind, at + 4, length)) {
                kept.write(bytes, at, length + 2);
            } else {
                removed++;
            }
            at += length + 2;
            if (kind == 0xDA) {
                return finish(kept, at);
            }
        }
        throw new Unreadable("too-complex", 0, "", "more markers than a photograph has");
    }

    private int marker(int at) throws Unreadable {
        int here = at;
        while (here + 3 < bytes.length && (bytes[here] & 0xFF) == 0xFF && (bytes[here + 1] & 0xFF) == 0xFF) {
            here++;
        }
        if (here + 3 >= bytes.length || (bytes[here] & 0xFF) != 0xFF) {
            throw cut();
        }
        return here;
    }

    private int number(int at) {
        return (bytes[at] & 0xFF) << 8 | bytes[at + 1] & 0xFF;
    }

    private int length(int at) throws Unreadable {
        int length = number(at);
        if (length < 2 || at + length > bytes.length) {
            throw cut();
        }
        return length;
    }

    private static Unreadable cut() {
        return new Unreadable("truncated", 0, "", "the picture is cut or damaged");
    }

    private boolean isKept(int kind, int at, int length) throws Unreadable {
        if (kind == 0xE1 && length > 14 && same(at, EXIF)) {
            orientation = orientation(at + EXIF.length, length - 2 - EXIF.length);
        }
        boolean colour = kind == 0xE0 && length <= PLAIN_JFIF && same(at, JFIF)
                || kind == 0xEE && same(at, ADOBE)
                || kind == 0xE2 && same(at, ICC);
        if (kind >= 0xC0 && kind <= 0xCF && !TABLES.contains(kind) && length >= 7) {
            PictureSize.check(number(at + 3), number(at + 1));
        }
        return colour || DRAWN.contains(kind);
    }

    private boolean same(int at, byte[] text) {
        for (int i = 0; i < text.length; i++) {
            if (at + i >= bytes.length || bytes[at + i] != text[i]) {
                return false;
            }
        }
        return true;
    }

    /// Tag 0x0112 of the first directory; 1 (upright) where there is none.
    private int orientation(int at, int length) {
        if (length < 14) {
            return 1;
        }
        var tiff = ByteBuffer.wrap(bytes, at, length).slice();
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory > length - 2) {
            return 1;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries && directory + 14 + 12 * i <= length; i++) {
            int entry = directory + 2 + 12 * i;
            if (tiff.getShort(entry) == 0x0112) {
                int side = tiff.getShort(entry + 8);
                return side >= 1 && side <= 8 ? side : 1;
            }
        }
        return 1;
    }

    private CleanedContent finish(ByteArrayOutputStream kept, int scan) throws Unreadable {
        int end = scans(kept, scan);
        out.write(0xFF);
        out.write(0xD8);
        if (orientation != 1) {
            side();
        }
        out.writeBytes(kept.toByteArray());
        if (removed > 0) {
            notes.add(Note.info("metadata-removed", 0, "APPn", removed + " parts"));
        }
        if (end < bytes.length) {
            notes.add(Note.info("metadata-removed", 0, "after EOI", bytes.length - end + " bytes behind the picture"));
        }
        return new CleanedContent("image/jpeg", out.toByteArray(), notes);
    }

    /// Keeps the scans and returns where the picture ends: within a scan FF is stuffed or a restart; between scans
    /// stand further segments, which may tell as much as those in front.
    private int scans(ByteArrayOutputStream kept, int from) throws Unreadable {
        int at = from;
        int unwritten = from;
        while (at + 1 < bytes.length) {
            int next = bytes[at + 1] & 0xFF;
            if ((bytes[at] & 0xFF) != 0xFF || next == 0 || next == 0xFF) {
                at++;
            } else if (next == 0xD9) {
                kept.write(bytes, unwritten, at + 2 - unwritten);
                return at + 2;
            } else if (next >= 0xD0 && next <= 0xD7) {
                at += 2;
            } else if (at + 3 < bytes.length) {
                int length = length(at + 2);
                if (!isKept(next, at + 4, length)) {
                    kept.write(bytes, unwritten, at - unwritten);
                    unwritten = at + length + 2;
                    removed++;
                }
                at += length + 2;
            } else {
                throw cut();
            }
        }
        throw cut();
    }

    private void side() {
        var exif = ByteBuffer.allocate(36);
        exif.putShort((short) 0xFFE1).putShort((short) 34).put(EXIF);
        exif.put(new byte[] {'M', 'M', 0, 42}).putInt(8).putShort((short) 1);
        exif.putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0);
        exif.putInt(0);
        out.writeBytes(exif.array());
    }
}

package hmnet.formats.other.picture;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A film by its boxes (MP4の検査): whole, with its table of contents. It is not changed, and no picture is
/// taken from it here: that needs a decoder.
public final class Boxes {
    private static final int BOXES = 100_000;
    private static final int HEAD = 8;
    private static final int DEEPEST = 16;
    /// Those on the way to where a player looks for other files.
    private static final Set<String> HOLDING =
            Set.of("moov", "trak", "mdia", "minf", "dinf", "dref", "meta", "moof", "traf", "mvex", "edts", "gmhd");

    private final LargeBytes bytes;
    private int count;

    private Boxes(LargeBytes bytes) {
        this.bytes = bytes;
    }

    /// A film of any length.
    public static List<Note> film(LargeBytes bytes) throws Unreadable, IOException {
        walk(bytes, "moov", "the film is cut or has no table of contents");
        return List.of(
                Note.info("metadata-kept", 0, "udta", "place and time may be in it"),
                Note.info("poster-none", 0, "", "no picture of it is shown: that takes a decoder"));
    }

    /// A picture in such boxes (HEIC).
    public static List<Note> picture(LargeBytes bytes) throws Unreadable, IOException {
        walk(bytes, "meta", "the picture is cut or has no table of contents");
        return List.of(Note.info("metadata-kept", 0, "HEIC", "place and time may be in it"));
    }

    private static void walk(LargeBytes bytes, String contents, String otherwise) throws Unreadable, IOException {
        var boxes = new Boxes(bytes);
        boolean found = false;
        for (long at = 0; at != bytes.length(); ) {
            var box = boxes.at(at, bytes.length());
            if (box == null) {
                throw new Unreadable("truncated", 0, contents, otherwise);
            }
            found |= box.kind().equals(contents);
            boxes.within(box, 1);
            at = box.end();
        }
        if (!found) {
            throw new Unreadable("truncated", 0, contents, otherwise);
        }
    }

    private record Box(String kind, long begin, long end) {}

    /// Null where less than the head of one is left. One of size 0 reaches to the end of what it stands in.
    private @Nullable Box at(long at, long end) throws Unreadable, IOException {
        if (at + HEAD > end) {
            return null;
        }
        if (++count > BOXES) {
            throw new Unreadable("too-complex", 0, "", "more than " + BOXES + " boxes");
        }
        var head = bytes.read(at, 2 * HEAD);
        long size = number(head, 0);
        int length = HEAD;
        if (size == 1 && head.length == 2 * HEAD) {
            size = number(head, HEAD) << 32 | number(head, HEAD + 4);
            length = 2 * HEAD;
        } else if (size == 0) {
            size = end - at;
        }
        var kind = new String(head, 4, 4, StandardCharsets.ISO_8859_1);
        if (size < length || size > end - at) {
            throw new Unreadable("truncated", 0, kind, "the film is cut");
        }
        return new Box(kind, at + length, at + size);
    }

    /// What stands in a box. Other files and addresses that a player would open are nowhere.
    private void within(Box box, int deep) throws Unreadable, IOException {
        if (box.kind().equals("rmra")) {
            throw acting(box.kind());
        }
        if (box.kind().equals("cmov")) {
            throw new Unreadable("too-complex", 0, box.kind(), "a packed table of contents");
        }
        if (!HOLDING.contains(box.kind())) {
            return;
        }
        if (deep > DEEPEST) {
            throw new Unreadable("too-complex", 0, box.kind(), "boxes too deep within each other");
        }
        boolean table = box.kind().equals("dref");
        for (long at = box.begin() + skipped(box); at < box.end(); ) {
            var inner = at(at, box.end());
            if (inner == null) {
                return; // less than the head of a box: the end of a list
            }
            if (table && !isWithin(inner)) {
                throw acting("dref");
            }
            within(inner, deep + 1);
            at = inner.end();
        }
    }

    /// Whether an entry of a table of sources says that the source is this file.
    private boolean isWithin(Box entry) throws IOException {
        return entry.end() - entry.begin() >= 4 && (bytes.read(entry.begin(), 4)[3] & 1) != 0;
    }

    /// Version and flags in front of what a box holds, and how many a table holds.
    private int skipped(Box box) throws IOException {
        return switch (box.kind()) {
            case "dref" -> 8;
            // A film of QuickTime has none here.
            case "meta" ->
                new String(bytes.read(box.begin() + 4, 4), StandardCharsets.ISO_8859_1).equals("hdlr") ? 0 : 4;
            // From outside: boxes that hold nothing else.
            default -> 0;
        };
    }

    private static Unreadable acting(String kind) {
        return new Unreadable("active-content", 0, kind, "a film that opens something outside of it");
    }

    private static long number(byte[] bytes, int at) {
        return bytes.length < at + 4
                ? 0
                : (bytes[at] & 0xFFL) << 24
                        | (bytes[at + 1] & 0xFF) << 16
                        | (bytes[at + 2] & 0xFF) << 8
                        | bytes[at + 3] & 0xFF;
    }
}

package hmnet.formats.other;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A film by its boxes (MP4の検査): whole, with its table of contents. It is not changed, and no picture is
/// taken from it here: that needs a decoder.
final class Boxes {
    private static final int BOXES = 10_000;

    private Boxes() {}

    static CleanedContent check(byte[] bytes) throws Unreadable {
        try {
            return new CleanedContent(FileKind.MP4.contentType(), bytes, film(LargeBytes.of(bytes)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A film of any length.
    static List<Note> film(LargeBytes bytes) throws Unreadable, IOException {
        walk(bytes, "moov", "the film is cut or has no table of contents");
        return List.of(
                Note.info("metadata-kept", 0, "udta", "place and time may be in it"),
                Note.info("poster-none", 0, "", "no picture of it is shown: that takes a decoder"));
    }

    /// A picture in such boxes (HEIC).
    static List<Note> picture(LargeBytes bytes) throws Unreadable, IOException {
        walk(bytes, "meta", "the picture is cut or has no table of contents");
        return List.of(Note.info("metadata-kept", 0, FileKind.HEIC.word(), "place and time may be in it"));
    }

    private static void walk(LargeBytes bytes, String contents, String otherwise) throws Unreadable, IOException {
        long at = 0;
        boolean found = false;
        for (int i = 0; i < BOXES && at + 8 <= bytes.length(); i++) {
            var head = bytes.read(at, 16);
            long size = number(head, 0);
            var kind = new String(head, 4, 4, StandardCharsets.ISO_8859_1);
            if (size == 1 && head.length == 16) {
                size = number(head, 8) << 32 | number(head, 12);
            } else if (size == 0) {
                size = bytes.length() - at;
            }
            if (size < 8 || size > bytes.length() - at) {
                throw new Unreadable("truncated", 0, kind, "the film is cut");
            }
            found |= kind.equals(contents);
            at += size;
        }
        if (!found || at != bytes.length()) {
            throw new Unreadable("truncated", 0, contents, otherwise);
        }
    }

    private static long number(byte[] bytes, int at) {
        return (bytes[at] & 0xFFL) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
    }
}

package hmnet.formats.other;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A film by its boxes (MP4の検査): whole, with its table of contents. It is not changed, and no picture is
/// taken from it here: that needs a decoder.
final class Boxes {
    private static final int BOXES = 10_000;

    private Boxes() {}

    static CleanedContent check(byte[] bytes) throws Unreadable {
        long at = 0;
        boolean contents = false;
        for (int i = 0; i < BOXES && at + 8 <= bytes.length; i++) {
            int here = (int) at;
            long size = number(bytes, here);
            var kind = new String(bytes, here + 4, 4, StandardCharsets.ISO_8859_1);
            if (size == 1 && here + 16 <= bytes.length) {
                size = number(bytes, here + 8) << 32 | number(bytes, here + 12);
            } else if (size == 0) {
                size = bytes.length - at;
            }
            if (size < 8 || size > bytes.length - at) {
                throw new Unreadable("truncated", 0, kind, "the film is cut");
            }
            contents |= kind.equals("moov");
            at += size;
        }
        if (!contents || at != bytes.length) {
            throw new Unreadable("truncated", 0, "moov", "the film is cut or has no table of contents");
        }
        return new CleanedContent(
                FileKind.MP4.contentType(),
                bytes,
                List.of(
                        Note.info("metadata-kept", 0, "udta", "place and time may be in it"),
                        Note.info("poster-none", 0, "", "no picture of it is shown: that takes a decoder")));
    }

    private static long number(byte[] bytes, int at) {
        return (bytes[at] & 0xFFL) << 24
                | (bytes[at + 1] & 0xFF) << 16
                | (bytes[at + 2] & 0xFF) << 8
                | bytes[at + 3] & 0xFF;
    }
}

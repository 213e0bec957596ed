package hmnet.formats.other;

import hmnet.formats.base.Unreadable;
import hmnet.formats.other.picture.LargeBytes;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;

/// Where a PDF ended before it was added to (PDFの以前の版): readers show each such state of a signed document.
final class PdfStates {
    private static final int WINDOW = 8 << 20;
    private static final String END = "%%EOF";
    private static final int MOST = 50;

    private PdfStates() {}

    /// The lengths of all states but the last one.
    static Iterable<Long> before(LargeBytes bytes) throws Unreadable, IOException {
        var ends = new TreeSet<Long>();
        for (long at = 0; at < bytes.length(); at += WINDOW - END.length()) {
            var text = new String(bytes.read(at, WINDOW), StandardCharsets.ISO_8859_1);
            for (int found = text.indexOf(END); found >= 0; found = text.indexOf(END, found + 1)) {
                ends.add(at + found + END.length());
                if (ends.size() > MOST) {
                    throw new Unreadable("too-complex", 0, END, "more than " + MOST + " states of one document");
                }
            }
        }
        ends.pollLast();
        return List.copyOf(ends);
    }

    /// Its first bytes.
    static LargeBytes cut(LargeBytes bytes, long end) {
        return new LargeBytes() {
            @Override
            public long length() {
                return end;
            }

            @Override
            public int read(long at, byte[] into, int from, int count) throws IOException {
                return at >= end ? 0 : bytes.read(at, into, from, (int) Math.min(count, end - at));
            }
        };
    }
}

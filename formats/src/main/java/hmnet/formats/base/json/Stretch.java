package hmnet.formats.base.json;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// A long text left where it stands (長い文字列の場所): an attached file in Base64 would else be copied over and
/// over. Plain characters only, so that each is one byte and none is escaped.
///
/// @param from its first byte, behind the opening quote
@SuppressWarnings("ArrayRecordComponent") // the bytes that were read, compared nowhere
public record Stretch(byte[] bytes, int from, int length) {
    private static final int LONG = 4 << 10;

    /// How many plain characters stand behind an opening quote, up to the closing one.
    ///
    /// @return -1 for what is short, holds others, does not end, or is no text
    public static int longFrom(byte[] bytes, long quote) {
        if (quote < 0 || quote + LONG >= bytes.length || bytes[(int) quote] != '"') {
            return -1;
        }
        int from = (int) quote + 1;
        int to = from;
        while (to < bytes.length && bytes[to] >= ' ' && bytes[to] != '"' && bytes[to] != '\\' && bytes[to] != 0x7F) {
            to++;
        }
        boolean ends = to < bytes.length && bytes[to] == '"';
        return ends && to - from >= LONG ? to - from : -1;
    }

    InputStream stream() {
        return new ByteArrayInputStream(bytes, from, length);
    }

    String text() {
        return new String(bytes, from, length, StandardCharsets.US_ASCII);
    }
}

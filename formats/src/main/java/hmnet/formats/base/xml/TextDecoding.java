package hmnet.formats.base.xml;

import hmnet.formats.base.Unreadable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/// Bytes made text (文字コードの判定): by mark, by valid UTF-8, else as Windows-31J where nearly nothing was
/// UTF-8.
///
/// A few broken sequences among many good ones are damage and are refused: read as Windows-31J they would
/// become other words.
///
/// @param charset what the bytes were read as
/// @param marked a byte order mark stood in front
public record TextDecoding(String text, Charset charset, boolean marked) {
    public static final Charset WINDOWS_31J = Charset.forName("windows-31j");

    private static final Charset EUC_JP = Charset.forName("EUC-JP");

    /// @param declared what the file says of itself, empty when it says nothing
    public static TextDecoding of(byte[] bytes, String declared) throws Unreadable {
        if (starts(bytes, 0xFF, 0xFE)) {
            return new TextDecoding(strict(bytes, 2, StandardCharsets.UTF_16LE), StandardCharsets.UTF_16LE, true);
        }
        if (starts(bytes, 0xFE, 0xFF)) {
            return new TextDecoding(strict(bytes, 2, StandardCharsets.UTF_16BE), StandardCharsets.UTF_16BE, true);
        }
        boolean marked = starts(bytes, 0xEF, 0xBB, 0xBF);
        int from = marked ? 3 : 0;
        int foreign = foreign(bytes, from);
        if (foreign == 0) {
            return new TextDecoding(
                    new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8),
                    StandardCharsets.UTF_8,
                    marked);
        }
        if (marked || foreign * 4 < high(bytes)) {
            throw new Unreadable("charset", line(bytes), "", "bytes that are no UTF-8");
        }
        var other = declared.equalsIgnoreCase("EUC-JP") ? EUC_JP : WINDOWS_31J;
        return new TextDecoding(strict(bytes, 0, other), other, false);
    }

    /// Where the text of bytes begins that are UTF-8 throughout, behind a mark; -1 for all others.
    public static int utf8From(byte[] bytes) {
        int from = starts(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
        return foreign(bytes, from) == 0 ? from : -1;
    }

    private static boolean starts(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String strict(byte[] bytes, int from, Charset charset) throws Unreadable {
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new Unreadable("charset", 0, "", "bytes that are neither UTF-8 nor " + charset.name());
        }
    }

    private static int high(byte[] bytes) {
        int high = 0;
        for (byte b : bytes) {
            high += b < 0 ? 1 : 0;
        }
        return high;
    }

    private static int line(byte[] bytes) {
        int line = 1;
        for (int i = 0; i < bytes.length; ) {
            int length = sequence(bytes, i);
            if (length == 0) {
                return line;
            }
            line += bytes[i] == '\n' ? 1 : 0;
            i += length;
        }
        return line;
    }

    /// Bytes that belong to no UTF-8 sequence.
    private static int foreign(byte[] bytes, int from) {
        int foreign = 0;
        for (int i = from; i < bytes.length; ) {
            int length = sequence(bytes, i);
            foreign += length == 0 ? 1 : 0;
            i += Math.max(1, length);
        }
        return foreign;
    }

    /// The length of the UTF-8 sequence that begins here, 0 for none.
    private static int sequence(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        if (first < 0x80) {
            return 1;
        }
        int length = first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0;
        if (first < 0xC2 || length == 0 || at + length > bytes.length) {
            return 0;
        }
        for (int i = at + 1; i < at + length; i++) {
            if ((bytes[i] & 0xC0) != 0x80) {
                return 0;
            }
        }
        int second = bytes[at + 1] & 0xFF;
        boolean outside = first == 0xE0 && second < 0xA0
                || first == 0xED && second > 0x9F
                || first == 0xF0 && second < 0x90
                || first == 0xF4 && second > 0x8F;
        return outside ? 0 : length;
    }
}

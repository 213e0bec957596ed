package hmnet.record.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A held file as lines people can read (ファイルの行): its own characters and line ends, so that one line can be put right
/// and every other byte stays.
final class FileLines {
    private static final Charset MS932 = Charset.forName("windows-31j");
    private static final Charset JIS = Charset.forName("ISO-2022-JP");
    private static final int LONGEST = 600;
    private static final int AROUND = 3;
    private final byte[] bytes;
    private final Charset charset;
    private final List<int[]> places;

    private FileLines(byte[] bytes, Charset charset, List<int[]> places) {
        this.bytes = bytes;
        this.charset = charset;
        this.places = places;
    }

    /// Nothing for what is no text.
    static Optional<FileLines> of(byte[] bytes) {
        for (var charset : escapes(bytes) ? List.of(JIS) : List.of(StandardCharsets.UTF_8, MS932)) {
            if (text(charset, bytes, 0, bytes.length)
                    .filter(FileLines::readable)
                    .isPresent()) {
                return Optional.of(new FileLines(bytes, charset, places(bytes)));
            }
        }
        return Optional.empty();
    }

    private static boolean escapes(byte[] bytes) {
        for (var i = 0; i + 1 < bytes.length; i++) {
            if (bytes[i] == 0x1B && bytes[i + 1] == '$') {
                return true;
            }
        }
        return false;
    }

    private static boolean readable(String text) {
        return text.chars().noneMatch(c -> c < ' ' && "\r\n\t\u000b\u001a\u001c\f".indexOf(c) < 0);
    }

    private static Optional<String> text(Charset charset, byte[] bytes, int from, int until) {
        try {
            return Optional.of(charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, until - from))
                    .toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /// Where each line begins and ends, without its end of line.
    private static List<int[]> places(byte[] bytes) {
        var places = new ArrayList<int[]>();
        var from = 0;
        for (var i = 0; i < bytes.length; i++) {
            if (bytes[i] == '\n' || bytes[i] == '\r') {
                places.add(new int[] {from, i});
                i += bytes[i] == '\r' && i + 1 < bytes.length && bytes[i + 1] == '\n' ? 1 : 0;
                from = i + 1;
            }
        }
        if (from < bytes.length) {
            places.add(new int[] {from, bytes.length});
        }
        return places;
    }

    /// The line and those around it; the first ones where the remark names no line.
    List<FileScreen.FileLine> around(int number) {
        var first = Math.max(1, number - AROUND);
        var last = Math.min(places.size(), Math.max(number, 1) + AROUND);
        var shown = new ArrayList<FileScreen.FileLine>();
        for (var n = first; n <= last; n++) {
            var text = line(n);
            shown.add(new FileScreen.FileLine(
                    n, text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text, n == number));
        }
        return shown;
    }

    /// A line as a whole, empty when there is none of this number.
    String line(int number) {
        if (number < 1 || number > places.size()) {
            return "";
        }
        var place = places.get(number - 1);
        return text(charset, bytes, place[0], place[1]).orElse("");
    }

    boolean has(int number) {
        return number >= 1 && number <= places.size();
    }

    /// The file with one line in place of another; nothing when its characters cannot hold what was written, or there
    /// is no such line.
    Optional<byte[]> with(int number, String text) {
        if (!has(number) || text.indexOf('\r') >= 0 || text.indexOf('\n') >= 0) {
            return Optional.empty();
        }
        try {
            var written = charset.newEncoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .encode(CharBuffer.wrap(text));
            var place = places.get(number - 1);
            var mended = ByteBuffer.allocate(bytes.length - (place[1] - place[0]) + written.remaining());
            mended.put(bytes, 0, place[0]).put(written).put(bytes, place[1], bytes.length - place[1]);
            return Optional.of(mended.array());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}

package hmnet.formats.model.terms;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.csv.RecordForm;
import hmnet.formats.base.csv.Records;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The lines of a table's file (コード表の本文): UTF-8 where it can be, else MS932; a line is a row, whatever
/// its quotes say, so that one that is broken spoils no other.
final class TableText {
    private static final RecordForm FORM = RecordForm.MS932.withQuotes().orUtf8();

    private final String text;
    private int at;
    private int line;

    TableText(byte[] bytes) {
        var decoded = decoded(bytes);
        this.text = decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded;
    }

    /// What cannot be decoded becomes U+FFFD, and its line is refused.
    private static String decoded(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(bytes, RecordForm.WINDOWS);
        }
    }

    /// The number of the line that `next` gave, from 1.
    int line() {
        return line;
    }

    boolean hasNext() {
        while (at < text.length() && (text.charAt(at) == '\u001A' || text.charAt(at) == 0)) {
            at++;
        }
        return at < text.length();
    }

    /// The columns of the next line, without blanks around them; none for a line that is broken.
    List<String> next() {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        int from = at;
        boolean two = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
        at = Math.min(text.length(), end + (two ? 2 : 1));
        line++;
        return columns(from, end);
    }

    private List<String> columns(int from, int end) {
        try {
            var lines = Records.lines(text.substring(from, end), FORM);
            return lines.isEmpty()
                    ? List.of("")
                    : lines.getFirst().columns().stream().map(String::strip).toList();
        } catch (Unreadable broken) {
            return List.of();
        }
    }
}

package hmnet.ground.design;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A form with a file as a browser sends it (ファイル付きの送信): RFC 7578, read by ourselves so that no
/// other page takes files, nothing is written to a folder on the way, and the size is known before.
public record SentForm(List<FormPart> parts) {
    /// One part: the field it fills, the file it was, its bytes.
    @SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
    public record FormPart(String field, String name, byte[] bytes) {}

    private static final String TYPE = "multipart/form-data";
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary=\"?([A-Za-z0-9'()+_,./:=? -]{1,70})\"?");
    private static final Pattern NAME =
            Pattern.compile("(?i)content-disposition:[^\\r\\n]*[ ;]name=\"([^\"\\r\\n]*)\"");
    private static final Pattern FILE =
            Pattern.compile("(?i)content-disposition:[^\\r\\n]*[ ;]filename=\"([^\"\\r\\n]*)\"");
    private static final byte[] BLANK = {'\r', '\n', '\r', '\n'};
    private static final int HEAD_MAX = 8_192;
    private static final int WORDS_MAX = 65_536;
    private static final int READ_AWAY = 16;

    /// The form; nothing where it is none, or larger than the file may be. What is refused is read away, up
    /// to sixteen times the limit: a browser shows no answer before it has sent all.
    ///
    /// @param length as the browser says, or -1
    public static Optional<SentForm> of(@Nullable String type, long length, InputStream body, int fileMaxBytes)
            throws IOException {
        var boundary = BOUNDARY.matcher(type == null ? "" : type);
        var max = (long) fileMaxBytes + WORDS_MAX;
        if (type == null || !type.regionMatches(true, 0, TYPE, 0, TYPE.length()) || !boundary.find() || length > max) {
            readAway(body, max * READ_AWAY);
            return Optional.empty();
        }
        var read = body.readNBytes(Math.toIntExact(max + 1));
        if (read.length > max) {
            readAway(body, max * READ_AWAY);
            return Optional.empty();
        }
        return Optional.of(of(read, boundary.group(1)));
    }

    private static void readAway(InputStream body, long most) throws IOException {
        var dropped = new byte[8_192];
        var left = most;
        for (var read = 0; read >= 0 && left > 0; left -= Math.max(read, 0)) {
            read = body.read(dropped);
        }
    }

    /// The parts between the boundaries; what stands after a last boundary that is missing is none.
    public static SentForm of(byte[] body, String boundary) {
        var parts = new ArrayList<FormPart>();
        var mark = ("--" + boundary).getBytes(StandardCharsets.US_ASCII);
        var at = indexOf(body, mark, 0, body.length);
        while (at >= 0) {
            var from = at + mark.length;
            at = indexOf(body, mark, from, body.length);
            // No further than a head goes: a form of boundaries alone must not be read again for each of them.
            var blank = indexOf(body, BLANK, from, Math.min(at, from + HEAD_MAX));
            if (blank >= 0 && blank + BLANK.length <= at - 2) {
                var head = new String(body, from, blank - from, StandardCharsets.UTF_8);
                var name = NAME.matcher(head);
                if (name.find()) {
                    var file = FILE.matcher(head);
                    parts.add(new FormPart(
                            name.group(1),
                            file.find() ? file.group(1) : "",
                            Arrays.copyOfRange(body, blank + BLANK.length, at - 2)));
                }
            }
        }
        return new SentForm(parts);
    }

    private static int indexOf(byte[] body, byte[] wanted, int from, int to) {
        for (var i = from; i <= to - wanted.length; i++) {
            if (body[i] == wanted[0] && Arrays.equals(body, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }

    /// What a field says, the first time it is said.
    public String word(String field) {
        return new String(file(field), StandardCharsets.UTF_8).strip();
    }

    /// The first file of a field; nothing where there is none.
    public byte[] file(String field) {
        return parts.stream()
                .filter(part -> part.field().equals(field))
                .map(FormPart::bytes)
                .findFirst()
                .orElse(new byte[0]);
    }

    /// All files of a field, in their order.
    public List<FormPart> files(String field) {
        return parts.stream().filter(part -> part.field().equals(field)).toList();
    }
}

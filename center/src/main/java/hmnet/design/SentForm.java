package hmnet.design;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// A form with a file as a browser sends it (ファイル付きの送信): RFC 7578, read by ourselves so that no
/// other page takes files, nothing is written to a folder on the way, and the size is known before.
public record SentForm(List<Part> parts) {
    /// One part: the field it fills, the file it was, its bytes.
    @SuppressWarnings("ArrayRecordComponent") // large, handed over once, compared nowhere
    public record Part(String field, String name, byte[] bytes) {}

    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([A-Za-z0-9'()+_,./:=? -]{1,70})\"?");
    private static final Pattern NAME =
            Pattern.compile("(?i)content-disposition:[^\\r\\n]*[ ;]name=\"([^\"\\r\\n]*)\"");
    private static final Pattern FILE =
            Pattern.compile("(?i)content-disposition:[^\\r\\n]*[ ;]filename=\"([^\"\\r\\n]*)\"");
    private static final int WORDS_MAX = 65_536;

    /// The form; nothing where it is none, or larger than the file may be.
    public static Optional<SentForm> of(HttpServletRequest request, int fileMaxBytes) throws IOException {
        var boundary = BOUNDARY.matcher(String.valueOf(request.getContentType()));
        var max = fileMaxBytes + WORDS_MAX;
        if (!String.valueOf(request.getContentType()).startsWith("multipart/form-data")
                || !boundary.find()
                || request.getContentLengthLong() > max) {
            return Optional.empty();
        }
        var body = request.getInputStream().readNBytes(max + 1);
        return body.length > max ? Optional.empty() : Optional.of(of(body, boundary.group(1)));
    }

    /// The parts between the boundaries; what stands after a last boundary that is missing is none.
    public static SentForm of(byte[] body, String boundary) {
        var parts = new ArrayList<Part>();
        var mark = ("--" + boundary).getBytes(StandardCharsets.US_ASCII);
        var at = indexOf(body, mark, 0);
        while (at >= 0) {
            var from = at + mark.length;
            at = indexOf(body, mark, from);
            var blank = indexOf(body, new byte[] {'\r', '\n', '\r', '\n'}, from);
            if (at >= 0 && blank >= 0 && blank + 4 <= at - 2) {
                var head = new String(body, from, blank - from, StandardCharsets.UTF_8);
                var name = NAME.matcher(head);
                if (name.find()) {
                    var file = FILE.matcher(head);
                    parts.add(new Part(
                            name.group(1),
                            file.find() ? file.group(1) : "",
                            Arrays.copyOfRange(body, blank + 4, at - 2)));
                }
            }
        }
        return new SentForm(parts);
    }

    private static int indexOf(byte[] body, byte[] wanted, int from) {
        for (var i = from; i <= body.length - wanted.length; i++) {
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
                .map(Part::bytes)
                .findFirst()
                .orElse(new byte[0]);
    }

    /// All files of a field, in their order.
    public List<Part> files(String field) {
        return parts.stream().filter(part -> part.field().equals(field)).toList();
    }
}

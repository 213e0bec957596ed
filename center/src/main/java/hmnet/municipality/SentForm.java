package hmnet.municipality;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A form with a file as a browser sends it (ファイル付きの送信): RFC 7578, read by ourselves so that no
/// other page takes files, nothing is written to a folder on the way, and the size is known before.
record SentForm(Map<String, byte[]> parts) {
    private static final Pattern BOUNDARY = Pattern.compile("boundary=\"?([A-Za-z0-9'()+_,./:=? -]{1,70})\"?");
    private static final Pattern NAME =
            Pattern.compile("(?i)content-disposition:[^\\r\\n]*[ ;]name=\"([^\"\\r\\n]*)\"");
    private static final int WORDS_MAX = 65_536;

    /// The form; nothing where it is none, or larger than the file may be.
    static Optional<SentForm> of(HttpServletRequest request, int fileMaxBytes) throws IOException {
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
    static SentForm of(byte[] body, String boundary) {
        var parts = new HashMap<String, byte[]>();
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
                    parts.putIfAbsent(name.group(1), Arrays.copyOfRange(body, blank + 4, at - 2));
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

    String word(String name) {
        return new String(parts.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8).strip();
    }

    byte[] file(String name) {
        return parts.getOrDefault(name, new byte[0]);
    }
}

package hmnet;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Looks for words in bytes in every form that a thief would try (探索語): UTF-8, Shift_JIS, UTF-16, escaped as in JSON,
/// hex, Base64.
final class DumpWords {
    private final Map<Integer, List<WordForm>> byHead = new HashMap<>();

    DumpWords(Collection<String> words) {
        for (var word : words) {
            var forms = new ArrayList<byte[]>();
            for (var charset : List.of(UTF_8, Charset.forName("windows-31j"), UTF_16LE, UTF_16BE)) {
                var bytes = word.getBytes(charset);
                var hex = HexFormat.of().formatHex(bytes);
                forms.add(bytes);
                forms.add(ascii(hex));
                forms.add(ascii(hex.toUpperCase(java.util.Locale.ROOT)));
                base64(bytes, forms);
            }
            var escaped = word.chars().mapToObj(c -> "\\u%04x".formatted(c)).collect(Collectors.joining());
            forms.add(ascii(escaped));
            forms.add(ascii(escaped.replace("\\u", "\\U")
                    .toUpperCase(java.util.Locale.ROOT)
                    .replace("\\U", "\\u")));
            forms.stream()
                    .map(ByteBuffer::wrap)
                    .distinct()
                    .map(form -> new WordForm(word, bytes(form)))
                    .forEach(form -> byHead.computeIfAbsent(head(form.bytes(), 0), h -> new ArrayList<>())
                            .add(form));
        }
    }

    /// A word in one form.
    private record WordForm(String word, byte[] bytes) {}

    /// The middle of its Base64, which is the same whatever stands before and behind; three places it may begin at.
    private static void base64(byte[] bytes, List<byte[]> forms) {
        for (var skipped = 0; skipped < 3; skipped++) {
            var length = (bytes.length - skipped) / 3 * 3;
            if (length >= 6) {
                var middle = Arrays.copyOfRange(bytes, skipped, skipped + length);
                forms.add(Base64.getEncoder().encode(middle));
                forms.add(Base64.getUrlEncoder().encode(middle));
            }
        }
    }

    private static byte[] bytes(ByteBuffer form) {
        var bytes = new byte[form.remaining()];
        form.duplicate().get(bytes);
        return bytes;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static int head(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 16 | (bytes[at + 1] & 0xFF) << 8 | bytes[at + 2] & 0xFF;
    }

    /// Which of the words stand in these bytes.
    Set<String> in(byte[] bytes) {
        var found = new TreeSet<String>();
        for (var at = 0; at + 2 < bytes.length; at++) {
            var forms = byHead.get(head(bytes, at));
            if (forms != null) {
                for (var form : forms) {
                    if (at + form.bytes().length <= bytes.length
                            && Arrays.equals(
                                    bytes, at, at + form.bytes().length, form.bytes(), 0, form.bytes().length)) {
                        found.add(form.word());
                    }
                }
            }
        }
        return found;
    }
}

package hmnet.formats.base.tree;

import hmnet.formats.base.Note;
import hmnet.formats.base.TreeLimits;
import hmnet.formats.base.Unreadable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The characters of a tree-shaped file (復号した文字列): as declared, or what they can only be.
///
/// @param notes what had to be put right for it
record TreeText(String text, List<Note> notes) {
    static final int BYTES = TreeLimits.EITHER.bytes();

    private static final Pattern DECLARED =
            Pattern.compile("^\\s*<\\?xml[^>]{0,200}encoding=[\"']([A-Za-z0-9._-]{1,40})");
    private static final int HEAD = 300;

    static TreeText of(byte[] bytes) throws Unreadable {
        if (bytes.length > BYTES) {
            throw new Unreadable("too-large", 0, "", bytes.length + " bytes, at most " + BYTES);
        }
        int start = bytes.length > 2 && bytes[0] == (byte) 0xEF && bytes[1] == (byte) 0xBB && bytes[2] == (byte) 0xBF
                ? 3
                : 0;
        int end = bytes.length;
        while (end > start && (bytes[end - 1] == 0x1A || bytes[end - 1] == 0x04 || bytes[end - 1] == 0)) {
            end--;
        }
        var declared = declared(bytes, start, end);
        var charset = charset(declared);
        var text = decode(bytes, start, end, charset);
        if (text != null) {
            return new TreeText(checked(text), List.of());
        }
        for (var other : List.of(StandardCharsets.UTF_8, Charset.forName("windows-31j"))) {
            var again = other.equals(charset) ? null : decode(bytes, start, end, other);
            if (again != null) {
                return new TreeText(
                        checked(again),
                        List.of(Note.repair("charset-differs", 1, "encoding", declared + " is " + other)));
            }
        }
        throw new Unreadable("charset", 0, "", "neither " + charset + " nor UTF-8 nor windows-31j");
    }

    private static String checked(String text) throws Unreadable {
        if (text.isBlank()) {
            throw new Unreadable("empty", 0, "", "no characters");
        }
        int nul = text.indexOf('\0');
        if (nul >= 0) {
            throw new Unreadable("control-character", 0, "", "U+0000 at " + nul);
        }
        return text;
    }

    private static String declared(byte[] bytes, int start, int end) {
        var head = new String(bytes, start, Math.min(HEAD, end - start), StandardCharsets.ISO_8859_1);
        var matcher = DECLARED.matcher(head);
        return matcher.find() ? matcher.group(1) : "UTF-8";
    }

    private static Charset charset(String name) throws Unreadable {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "utf-8", "utf8" -> StandardCharsets.UTF_8;
            case "shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j", "cp932", "ms932" ->
                Charset.forName("windows-31j");
            case "euc-jp", "eucjp" -> Charset.forName("EUC-JP");
            case "iso-2022-jp" -> Charset.forName("ISO-2022-JP");
            case "us-ascii" -> StandardCharsets.US_ASCII;
            default -> throw new Unreadable("charset-unknown", 1, "encoding", name);
        };
    }

    private static @Nullable String decode(byte[] bytes, int start, int end, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, start, end - start))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }
}

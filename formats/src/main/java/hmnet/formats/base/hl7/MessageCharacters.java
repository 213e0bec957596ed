package hmnet.formats.base.hl7;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// In which characters a message is written (電文の文字集合, MSH-18). An answer is written in those of the
/// question; what they cannot say is spelled or marked, so that no name breaks an answer.
public enum MessageCharacters {
    /// ISO IR87 in ISO-2022-JP, the usual ones in Japan: outside JIS X 0208 by `JisText`.
    ISO_IR87("~ISO IR87", "ISO 2022-1994") {
        @Override
        String spelled(String text) {
            return JisText.spelled(text);
        }

        @Override
        byte[] encode(String text) {
            return JisText.encode(text);
        }
    },
    UTF_8("UNICODE UTF-8", "") {
        @Override
        String spelled(String text) {
            return plain(text);
        }

        @Override
        byte[] encode(String text) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    },
    /// Nothing but ASCII: every other character is a question mark.
    ASCII("ASCII", "") {
        @Override
        String spelled(String text) {
            return plain(text)
                    .codePoints()
                    .map(c -> c < 0x80 ? c : '?')
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }

        @Override
        byte[] encode(String text) {
            return text.getBytes(StandardCharsets.US_ASCII);
        }
    };

    private final String name;
    private final String scheme;

    MessageCharacters(String name, String scheme) {
        this.name = name;
        this.scheme = scheme;
    }

    /// Those of a message. Without a word in MSH-18 they are what its text shows, else the usual ones in Japan.
    public static MessageCharacters of(Message message) {
        var declared = message.header().raw(18).toUpperCase(Locale.ROOT).replace(" ", "");
        if (declared.contains("ISOIR87") || declared.contains("ISO-2022-JP")) {
            return ISO_IR87;
        }
        if (declared.contains("UTF-8") || declared.contains("UTF8") || undeclaredUtf8(message)) {
            return UTF_8;
        }
        return declared.isEmpty() ? ISO_IR87 : ASCII;
    }

    private static boolean undeclaredUtf8(Message message) {
        return message.repairs().stream().anyMatch(repair -> repair.code().equals("charset-undeclared"));
    }

    /// MSH-18 as it is written.
    public String declaration() {
        return name;
    }

    /// MSH-20, the way of changing between sets within a message; empty where there is one.
    public String scheme() {
        return scheme;
    }

    /// The text in these characters.
    abstract String spelled(String text);

    abstract byte[] encode(String text);

    /// A control character in a name would end a segment or a frame.
    private static String plain(String text) {
        return text.codePoints()
                .map(c -> (c < ' ' && c != '\n') || c == 0x7F || (c >= 0xD800 && c <= 0xDFFF) ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

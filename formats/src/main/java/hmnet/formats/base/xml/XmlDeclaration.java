package hmnet.formats.base.xml;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/// How a file of XML says what it is (XML宣言と文書型): its encoding, and no document type of its own.
final class XmlDeclaration {
    private static final Pattern ENCODING =
            Pattern.compile("^<\\?xml[^>]*encoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)[\"']");

    private XmlDeclaration() {}

    /// What the declaration says, empty when it is silent; never throws.
    static String declared(byte[] head) {
        int from = head.length > 2 && (head[0] & 0xFF) == 0xEF ? 3 : 0;
        var start = new String(head, from, Math.min(head.length - from, 200), StandardCharsets.ISO_8859_1);
        var found = ENCODING.matcher(start.stripLeading());
        return found.find() ? found.group(1) : "";
    }

    static boolean ascii(byte[] bytes) {
        for (byte b : bytes) {
            if (b < 0) {
                return false;
            }
        }
        return true;
    }

    /// Whether it stands in front of the root and not in a comment or text.
    static boolean doctype(String text) {
        int at = 0;
        while (at < text.length()) {
            if (Character.isWhitespace(text.charAt(at))) {
                at++;
            } else if (text.startsWith("<!--", at)) {
                at = after(text, "-->", at + 4);
            } else if (text.startsWith("<?", at)) {
                at = after(text, "?>", at + 2);
            } else {
                return text.startsWith("<!DOCTYPE", at);
            }
        }
        return false;
    }

    private static int after(String text, String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? text.length() : found + end.length();
    }
}

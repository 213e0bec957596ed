package hmnet.formats.base.xml;

import java.nio.charset.StandardCharsets;

/// An XML document being written (XMLの書き出し): UTF-8, one element a line, text untouched.
public final class XmlText {
    private final StringBuilder out;

    private final boolean lines;

    private XmlText(boolean lines, int size) {
        this.out = new StringBuilder(size);
        this.lines = lines;
    }

    /// An element without declaration or layout, as it stands within other texts.
    public static String within(XmlElement element) {
        var text = new XmlText(false, 16_384);
        text.write(element, 0);
        return text.out.toString();
    }

    /// A text as it stands between tags, or as the value of an attribute.
    public static String escaped(String text, boolean attribute) {
        var escaped = new XmlText(false, text.length() + 16);
        escaped.escape(text, attribute);
        return escaped.out.toString();
    }

    public static byte[] of(XmlElement root) {
        var text = new XmlText(true, 16_384);
        text.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        text.write(root, 0);
        return text.out.append('\n').toString().getBytes(StandardCharsets.UTF_8);
    }

    private void write(XmlElement element, int depth) {
        out.append('<').append(element.qualified());
        element.attributes().forEach((name, value) -> {
            out.append(' ').append(name).append("=\"");
            escape(value, true);
            out.append('"');
        });
        if (element.content().isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        boolean mixed = !lines || element.content().stream().anyMatch(String.class::isInstance);
        for (var part : element.content()) {
            if (!mixed) {
                out.append('\n').repeat(' ', 2 * depth + 2);
            }
            if (part instanceof XmlElement child) {
                write(child, depth + 1);
            } else {
                escape((String) part, false);
            }
        }
        if (!mixed) {
            out.append('\n').repeat(' ', 2 * depth);
        }
        out.append("</").append(element.qualified()).append('>');
    }

    private void escape(String text, boolean attribute) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '\r' -> out.append("&#13;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\n', '\t' -> out.append(attribute ? "&#" + (int) c + ";" : String.valueOf(c));
                default -> out.append(allowed(c) ? c : ' ');
            }
        }
    }

    /// XML 1.0 has no control characters.
    private static boolean allowed(char c) {
        return c >= 0x20 && c != 0xFFFE && c != 0xFFFF;
    }
}

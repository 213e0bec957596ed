package hmnet.exchange.v3;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// An element being written as a document (XMLの書き出し). Prefixes are few and fixed; elements of HL7 V3
/// have none. What XML has no place for becomes a space.
public final class Markup {
    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private final StringBuilder out = new StringBuilder(4096);
    private final Set<String> everywhere = new HashSet<>(Set.of("xml:"));

    private Markup() {}

    public static byte[] bytes(Element root) {
        return text(root).getBytes(StandardCharsets.UTF_8);
    }

    public static String text(Element root) {
        var markup = new Markup();
        markup.out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        markup.write(root, "");
        return markup.out.toString();
    }

    /// @param inherited the namespace of names without a prefix around it
    private void write(Element element, String inherited) {
        var space = element.name().space();
        var prefix = prefix(space);
        var name = prefix + element.local();
        out.append('<').append(name);
        if (element.is(SoapEnvelope.SOAP, "Envelope")) {
            List.of(SoapEnvelope.SOAP, SoapEnvelope.ADDRESSING).forEach(one -> {
                declare(prefix(one), one);
                everywhere.add(prefix(one));
            });
        }
        var own = prefix.isEmpty() ? space : inherited;
        if (prefix.isEmpty() && !space.equals(inherited)) {
            attribute("xmlns", space);
        } else if (!prefix.isEmpty()) {
            declare(prefix, space);
        }
        element.attributes().forEach(this::attribute);
        if (element.content().isEmpty()) {
            out.append("/>");
            return;
        }
        out.append('>');
        for (var node : element.content()) {
            switch (node) {
                case Text(var text) -> escaped(text, false);
                case Element child -> write(child, own);
            }
        }
        out.append("</").append(name).append('>');
    }

    private void attribute(QualifiedName name, String value) {
        var prefix = prefix(name.space());
        if (!prefix.isEmpty()) {
            declare(prefix, name.space());
        }
        if (!prefix.isEmpty() || name.space().isEmpty()) {
            attribute(prefix + name.local(), value);
        }
    }

    private void declare(String prefix, String space) {
        if (everywhere.contains(prefix)) {
            return;
        }
        var declaration = "xmlns:" + prefix.substring(0, prefix.length() - 1);
        if (out.indexOf(" " + declaration + "=", out.lastIndexOf("<")) < 0) {
            attribute(declaration, space);
        }
    }

    private void attribute(String name, String value) {
        out.append(' ').append(name).append("=\"");
        escaped(value, true);
        out.append('"');
    }

    private static String prefix(String space) {
        return switch (space) {
            case SoapEnvelope.SOAP -> "env:";
            case SoapEnvelope.ADDRESSING -> "wsa:";
            case Element.XSI -> "xsi:";
            case XML -> "xml:";
            default -> "";
        };
    }

    private void escaped(String text, boolean attribute) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append(attribute ? "&quot;" : "\"");
                case '\n', '\t' -> out.append(attribute ? " " : Character.toString(c));
                case '\r' -> out.append("&#13;");
                default -> out.appendCodePoint(allowed(c) ? c : ' ');
            }
        });
    }

    private static boolean allowed(int c) {
        return c >= 0x20 && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}

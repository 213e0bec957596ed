package hmnet.formats.check.account;

import hmnet.formats.base.xml.XmlElement;
import hmnet.formats.base.xml.XmlText;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Replaces values of XML (XMLの値の差し替え).
final class XmlEditor implements ValueEditor {
    private final XmlElement root;
    private int count;

    XmlEditor(XmlElement root) {
        this.root = root;
    }

    @Override
    public byte @Nullable [] with(int nth, String value) {
        count = nth;
        return XmlText.of(copy(root, value));
    }

    private XmlElement copy(XmlElement of, String value) {
        var copy = new XmlElement(of.qualified(), of.namespace(), of.line());
        of.attributes()
                .forEach((name, text) ->
                        copy.with(name, name.startsWith("xmlns") || text.isBlank() ? text : next(text, value)));
        var own = new StringBuilder();
        for (var part : of.content()) {
            if (part instanceof XmlElement child) {
                copy.add(copy(child, value));
            } else {
                own.append(part);
                copy.add(part);
            }
        }
        if (!own.toString().isBlank() && count-- == 0) {
            copy.content().removeIf(String.class::isInstance);
            copy.content().addAll(List.of(value));
        }
        return copy;
    }

    private String next(String text, String value) {
        return count-- == 0 ? value : text;
    }
}

package hmnet.formats.check.account;

import hmnet.formats.base.tree.Node;
import hmnet.formats.base.xml.XmlElement;
import java.util.ArrayList;
import java.util.List;

/// The values of a tree (木構造の値): texts by the names above them, attributes behind `@`; prefixes aside.
final class TreeValues {
    private static final String WORDS = "/text";
    private final String scope;
    private final List<FileValue> values = new ArrayList<>();

    private TreeValues(String scope) {
        this.scope = scope;
    }

    static List<FileValue> of(String scope, XmlElement root) {
        var found = new TreeValues(scope);
        found.add(root.name(), root);
        return found.values;
    }

    static List<FileValue> of(String scope, Node root) {
        var found = new TreeValues(scope);
        found.add("", root);
        return found.values;
    }

    // The depth is bounded by the reader.
    private void add(String path, XmlElement element) {
        element.attributes().forEach((name, value) -> {
            if (!name.startsWith("xmlns")) {
                take(path + "/@" + name.substring(name.indexOf(':') + 1), value, element.line());
            }
        });
        var own = new StringBuilder();
        for (var part : element.content()) {
            if (part instanceof XmlElement child) {
                // Words for people are one text, whatever table or list they stand in.
                add(path.endsWith(WORDS) ? path : path + "/" + child.name(), child);
            } else {
                own.append(part);
            }
        }
        take(path, own.toString(), element.line());
    }

    private void add(String path, Node node) {
        node.attributes().forEach((name, value) -> take(path + "/@" + name, value, node.line()));
        take(path, node.text(), node.line());
        for (var child : node.children()) {
            add(child.name().isEmpty() ? path : path.isEmpty() ? child.name() : path + "/" + child.name(), child);
        }
    }

    private void take(String path, String value, int line) {
        if (!value.isBlank()) {
            values.add(new FileValue(scope, path, value.strip(), line));
        }
    }
}

package hmnet.formats.check.account;

import hmnet.formats.base.tree.Node;
import hmnet.formats.base.tree.Tree;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Replaces values of MML and of ORCA's replies (木構造の値の差し替え).
final class TreeEditor implements ValueEditor {
    private final Tree tree;
    private int count;

    TreeEditor(Tree tree) {
        this.tree = tree;
    }

    @Override
    public byte @Nullable [] with(int nth, String value) {
        count = nth;
        var out = new StringBuilder();
        if (tree.json()) {
            json(tree.root(), value, out);
        } else {
            out.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>");
            tree.root().children().forEach(child -> xml(child, value, out));
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private String next(String text, String value) {
        return text.isBlank() || count-- != 0 ? text : value;
    }

    private void xml(Node node, String value, StringBuilder out) {
        var name = (node.prefix().isEmpty() ? "" : node.prefix() + ":") + node.name();
        out.append('<').append(name);
        node.attributes()
                .forEach((attribute, text) -> out.append(' ')
                        .append(attribute)
                        .append("=\"")
                        .append(escaped(next(text, value)))
                        .append('"'));
        out.append('>').append(escaped(next(node.text(), value)));
        node.children().forEach(child -> xml(child, value, out));
        out.append("</").append(name).append('>');
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }

    private void json(Node node, String value, StringBuilder out) {
        if (node.children().isEmpty()) {
            out.append('"')
                    .append(next(node.text(), value)
                            .replace("\\", "\\\\")
                            .replace("\"", "\\\"")
                            .replace("\n", "\\n"))
                    .append('"');
            return;
        }
        boolean list = node.children().getFirst().name().equals("item");
        out.append(list ? '[' : '{');
        for (int i = 0; i < node.children().size(); i++) {
            var child = node.children().get(i);
            out.append(i == 0 ? "" : ",").append(list ? "" : "\"" + child.name() + "\":");
            json(child, value, out);
        }
        out.append(list ? ']' : '}');
    }
}

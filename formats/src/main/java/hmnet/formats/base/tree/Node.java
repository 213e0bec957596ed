package hmnet.formats.base.tree;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A node of JSON or XML (節). An item of a JSON list is a child of the list's node.
///
/// @param name without the prefix
/// @param prefix as written; MML's prefixes are fixed by its standard, whether declared or not
/// @param attributes by name without the prefix
/// @param text stripped; `br` within it is a line break
/// @param line from 1
public record Node(
        String name, String prefix, Map<String, String> attributes, String text, List<Node> children, int line) {
    public static final Node NONE = new Node("", "", Map.of(), "", List.of(), 0);

    /// The first child at the end of a path, `NONE` when there is none.
    public Node at(String... path) {
        var node = this;
        for (var step : path) {
            node = node.child(step);
        }
        return node;
    }

    /// The text at the end of a path, empty when there is none.
    public String said(String... path) {
        return at(path).text;
    }

    public String attribute(String attribute) {
        return attributes.getOrDefault(attribute, "");
    }

    public List<Node> all(String child) {
        return children.stream().filter(node -> node.name.equals(child)).toList();
    }

    /// What a list holds; empty items, with which some systems pad their lists, left out.
    public List<Node> items(String list) {
        return all(list).stream()
                .flatMap(node -> node.children.stream())
                .filter(node -> !node.isBlank())
                .toList();
    }

    /// Every node of a name below this one, in the order of the file, those within each other too.
    public List<Node> within(String wanted) {
        var found = new ArrayList<Node>();
        collect(wanted, found);
        return found;
    }

    /// Nothing is said in it.
    public boolean isBlank() {
        return text.isBlank() && attributes.isEmpty() && children.stream().allMatch(Node::isBlank);
    }

    private Node child(String wanted) {
        for (var node : children) {
            if (node.name.equals(wanted)) {
                return node;
            }
        }
        return NONE;
    }

    // The depth is bounded by the readers.
    private void collect(String wanted, List<Node> found) {
        for (var node : children) {
            if (node.name.equals(wanted)) {
                found.add(node);
            }
            node.collect(wanted, found);
        }
    }
}

package hmnet.formats.base.tree;

import hmnet.formats.base.TreeLimits;
import hmnet.formats.base.Unreadable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A tree while it is read (読込中の木), counted as it grows.
final class TreeBuilder {
    static final int DEPTH = TreeLimits.EITHER.depth();
    static final int NODES = TreeLimits.EITHER.nodes();
    static final int TEXT = 2_000_000;

    private final Deque<OpenNode> open = new ArrayDeque<>();
    private int nodes;

    TreeBuilder() {
        open.push(new OpenNode("", "", Map.of(), 1));
    }

    void open(String name, String prefix, Map<String, String> attributes, int line) throws Unreadable {
        if (open.size() > DEPTH) {
            throw new Unreadable("too-deep", line, name, "more than " + DEPTH + " levels");
        }
        if (++nodes > NODES) {
            throw new Unreadable("too-many-nodes", line, name, "more than " + NODES);
        }
        open.push(new OpenNode(name, prefix, attributes, line));
    }

    void text(String text, int line) throws Unreadable {
        var top = top();
        if (top.text.length() + text.length() > TEXT) {
            throw new Unreadable("text-too-long", line, top.name, "more than " + TEXT + " characters");
        }
        top.text.append(text);
    }

    void close() {
        var done = open.pop();
        top().children.add(done.node());
    }

    /// An empty one leaves no trace and does not count.
    void closeUnlessEmpty() {
        var done = open.pop();
        if (done.text.isEmpty() && done.children.isEmpty()) {
            nodes--;
        } else {
            top().children.add(done.node());
        }
    }

    String name() {
        return top().name;
    }

    Node root() {
        return top().node();
    }

    private OpenNode top() {
        return open.element();
    }

    private static final class OpenNode {
        private final String name;
        private final String prefix;
        private final Map<String, String> attributes;
        private final int line;
        private final StringBuilder text = new StringBuilder();
        private final List<Node> children = new ArrayList<>(2);

        OpenNode(String name, String prefix, Map<String, String> attributes, int line) {
            this.name = name;
            this.prefix = prefix;
            this.attributes = attributes.isEmpty() ? attributes : new LinkedHashMap<>(attributes);
            this.line = line;
        }

        Node node() {
            return new Node(name, prefix, attributes, text.toString().strip(), List.copyOf(children), line);
        }
    }
}

package hmnet.formats.orca;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.tree.Node;
import hmnet.formats.base.tree.Tree;
import hmnet.formats.file.FacilityFile;
import hmnet.formats.file.Format;
import hmnet.formats.model.chart.Sheet;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A reply of the receipt computer ORCA, or a request to it (日レセ API), as JSON or as XML (日医標準レセプト
/// XML).
///
/// A reply that reports an error is read as such: it tells of no patient.
public final class OrcaFile implements FacilityFile {
    private static final Pattern OUTER = Pattern.compile("[a-z0-9_]+(res|infores|req)\\d?");
    private static final Pattern FIELD = Pattern.compile("[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)+");
    private static final Pattern HEAD_JSON =
            Pattern.compile("^\\s*\\{\\s*\"([a-z0-9_]+(res|infores|req)\\d?|[A-Z][A-Za-z0-9]*(_[A-Za-z0-9]+)+)\"\\s*:");
    private static final Pattern HEAD_XML = Pattern.compile(
            "^\\s*+(<\\?xml[^>]{0,200}\\?>)?\\s*+<((xmlio2|data)\\b|[a-z0-9_]+(res|infores|req)\\d?\\s[^>]{0,200}type=[\"']record[\"'])");
    private static final int HEAD = 8192;

    private final Tree tree;
    private final Reply reply;
    private final List<Note> notes;

    private OrcaFile(Tree tree, Reply reply, List<Note> notes) {
        this.tree = tree;
        this.reply = reply;
        this.notes = notes;
    }

    public static boolean looksLike(byte[] head, String name) {
        var text = new String(head, 0, Math.min(head.length, HEAD), StandardCharsets.UTF_8);
        if (text.startsWith("\uFEFF")) {
            text = text.substring(1);
        }
        return HEAD_JSON.matcher(text).find() || HEAD_XML.matcher(text).find();
    }

    public static OrcaFile read(byte[] bytes) throws Unreadable {
        var tree = Tree.read(bytes);
        var reply = reply(tree);
        var notes = new ArrayList<>(tree.notes());
        if (!reply.isReply()) {
            notes.add(Note.info("request", 1, reply.name(), "a request, or a part of one"));
        } else if (!reply.succeeded()) {
            notes.add(Note.info(
                    "reports-error",
                    1,
                    "Api_Result",
                    reply.result() + " " + reply.body().said("Api_Result_Message")));
        } else if (!reply.isPlain()) {
            reply.remarks().forEach(words -> notes.add(Note.info("reports-remark", 1, "Api_Result", words)));
        }
        var file = new OrcaFile(tree, reply, notes);
        if (reply.isReply() && reply.succeeded() && file.sheets().isEmpty()) {
            notes.add(Note.info(
                    "nothing-to-file", 1, reply.name(), "a reply without clinical content, or a step that goes on"));
        }
        return file;
    }

    private static Reply reply(Tree tree) throws Unreadable {
        var root = tree.root();
        if (!tree.json()) {
            root = root.children().isEmpty() ? root : root.children().getFirst();
            if (!root.name().equals("xmlio2") && !root.name().equals("data")) {
                return named(root);
            }
        }
        if (root.children().isEmpty()) {
            throw new Unreadable("not-orca", 1, root.name(), "an empty document");
        }
        var first = root.children().getFirst();
        if (OUTER.matcher(first.name()).matches() && root.children().size() == 1) {
            return new Reply(first.name(), first);
        }
        if (root.children().stream()
                .noneMatch(child -> FIELD.matcher(child.name()).matches())) {
            throw new Unreadable("not-orca", first.line(), first.name(), "no name that ORCA uses");
        }
        var form = root.said("Form_ID");
        return new Reply(form.isEmpty() ? first.name() : form, root);
    }

    private static Reply named(Node element) throws Unreadable {
        if (!OUTER.matcher(element.name()).matches()) {
            throw new Unreadable("not-orca", element.line(), element.name(), "no name that ORCA uses");
        }
        return new Reply(element.name(), element);
    }

    @Override
    public Format format() {
        return Format.ORCA;
    }

    @Override
    public String version() {
        return tree.json() ? "JSON" : "XML2";
    }

    @Override
    public String kind() {
        return reply.name();
    }

    @Override
    public List<Note> notes() {
        return List.copyOf(notes);
    }

    /// Everything the file says, as it says it.
    public Node content() {
        return reply.body();
    }

    @Override
    public List<Sheet> sheets() {
        return OrcaSheets.of(reply);
    }
}

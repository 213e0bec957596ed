package hmnet.formats.base.tree;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import java.util.List;

/// A file of JSON or XML, read (木構造のファイル).
///
/// @param root without a name; its children are the keys of the JSON object, or the one element of XML
/// @param json else XML
/// @param notes what was put right to read it
public record Tree(Node root, boolean json, List<Note> notes) {
    public static Tree read(byte[] bytes) throws Unreadable {
        var decoded = TreeText.of(bytes);
        var first = decoded.text().stripLeading().charAt(0);
        return switch (first) {
            case '{' -> new Tree(JsonReader.read(decoded.text()), true, decoded.notes());
            case '<' -> new Tree(XmlReader.read(decoded.text()), false, decoded.notes());
            default -> throw new Unreadable("not-a-tree", 1, "", "begins with " + Integer.toHexString(first));
        };
    }
}

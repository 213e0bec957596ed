package hmnet.formats.base.tree;

import hmnet.formats.base.TreeLimits;
import hmnet.formats.base.Unreadable;
import hmnet.formats.base.xml.XmlStream;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// XML to nodes (XMLの読取): without DOCTYPE, without anything outside the file.
final class XmlReader {
    private static final int ATTRIBUTES = TreeLimits.EITHER.attributes();

    private XmlReader() {}

    static Node read(String text) throws Unreadable {
        if (text.contains("<!DOCTYPE") || text.contains("<!ENTITY")) {
            throw new Unreadable("doctype", 0, "", "a document type declaration");
        }
        try {
            // The characters are decoded already, so a declaration that names another encoding is of no matter.
            var reader = XmlStream.openAsWritten(text.stripLeading());
            var tree = new TreeBuilder();
            while (reader.hasNext()) {
                step(reader, reader.next(), tree);
            }
            return tree.root();
        } catch (XMLStreamException e) {
            var at = e.getLocation();
            var code = XmlStream.isBeyondLimits(e) ? "too-many-attributes" : "xml";
            throw new Unreadable(code, at == null ? 0 : Math.max(0, at.getLineNumber()), "", message(e));
        }
    }

    private static void step(XMLStreamReader reader, int event, TreeBuilder tree) throws Unreadable {
        int line = reader.getLocation().getLineNumber();
        switch (event) {
            case XMLStreamConstants.START_ELEMENT -> {
                var name = reader.getLocalName();
                if (local(name).equals("br")) {
                    tree.text("\n", line);
                }
                tree.open(local(name), prefix(name), attributes(reader, line), line);
            }
            case XMLStreamConstants.END_ELEMENT -> {
                if (tree.name().equals("br")) {
                    tree.closeUnlessEmpty();
                } else {
                    tree.close();
                }
            }
            case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> tree.text(reader.getText(), line);
            case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
                throw new Unreadable("doctype", line, "", "an entity");
            default -> {} // comments, processing instructions, white space
        }
    }

    private static Map<String, String> attributes(XMLStreamReader reader, int line) throws Unreadable {
        int count = reader.getAttributeCount();
        if (count == 0) {
            return Map.of();
        }
        if (count > ATTRIBUTES) {
            throw new Unreadable("too-many-attributes", line, reader.getLocalName(), "more than " + ATTRIBUTES);
        }
        var attributes = new HashMap<String, String>();
        for (int i = 0; i < count; i++) {
            var name = reader.getAttributeLocalName(i);
            if (!name.startsWith("xmlns")) {
                attributes.put(local(name), reader.getAttributeValue(i).strip());
            }
        }
        return attributes;
    }

    private static String local(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static String prefix(String name) {
        return name.substring(0, Math.max(0, name.indexOf(':')));
    }

    private static String message(XMLStreamException e) {
        var message = e.getMessage();
        return message == null ? "not well-formed" : message.replace('\n', ' ');
    }
}

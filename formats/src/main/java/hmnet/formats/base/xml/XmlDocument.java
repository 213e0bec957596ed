package hmnet.formats.base.xml;

import hmnet.formats.base.Note;
import hmnet.formats.base.TreeLimits;
import hmnet.formats.base.Unreadable;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// An XML file read whole (XML文書): no document type, no entities but the five, bounded in size, depth and
/// number.
public record XmlDocument(XmlElement root, List<Note> notes) {
    public static final int BYTES = TreeLimits.XML.bytes();
    public static final String XHTML = "http://www.w3.org/1999/xhtml";

    public static XmlDocument read(byte[] bytes) throws Unreadable {
        if (bytes.length == 0) {
            throw new Unreadable("empty", 0, "", "the file is empty");
        }
        if (bytes.length > BYTES) {
            throw new Unreadable("too-large", 0, "", "XML larger than " + BYTES + " bytes");
        }
        var notes = new ArrayList<Note>();
        var declared = XmlDeclaration.declared(bytes);
        var decoded = TextDecoding.of(bytes, declared);
        boolean saidUtf8 = declared.isEmpty() || declared.equalsIgnoreCase("UTF-8");
        boolean isUtf8 = decoded.charset().equals(StandardCharsets.UTF_8);
        if (saidUtf8 != isUtf8 && !XmlDeclaration.ascii(bytes)) {
            notes.add(Note.repair("charset-differs", 1, "encoding", declared + ", read as " + decoded.charset()));
        }
        var text = decoded.text();
        int start = text.indexOf('<');
        if (start > 0 && text.substring(0, start).isBlank()) {
            text = text.substring(start);
        }
        if (text.indexOf("<!DOCTYPE") >= 0 && XmlDeclaration.doctype(text)) {
            throw new Unreadable("doctype", 0, "", "a document type is not accepted");
        }
        return new XmlDocument(tree(text), List.copyOf(notes));
    }

    private static XmlElement tree(String text) throws Unreadable {
        XMLStreamReader reader = null;
        try {
            reader = XmlStream.open(text);
            return tree(reader);
        } catch (XMLStreamException | RuntimeException e) {
            int line = reader == null ? 0 : Math.max(0, reader.getLocation().getLineNumber());
            throw new Unreadable(XmlStream.isBeyondLimits(e) ? "too-complex" : "not-well-formed", line, "", said(e));
        }
    }

    private static String said(Exception e) {
        var message = e.getMessage();
        return message == null
                ? "not well-formed"
                : message.replaceAll("(?s)^.*Message: ", "").replace('\n', ' ');
    }

    private static XmlElement tree(XMLStreamReader reader) throws XMLStreamException, Unreadable {
        var open = new ArrayList<XmlElement>();
        XmlElement root = null;
        int count = 0;
        while (reader.hasNext()) {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                var element = element(reader);
                if (++count > TreeLimits.XML.nodes() || open.size() >= TreeLimits.XML.depth()) {
                    throw new Unreadable(
                            "too-complex", element.line(), element.name(), "too many or too deep elements");
                }
                if (open.isEmpty()) {
                    root = element;
                } else {
                    open.getLast().add(element);
                }
                open.add(element);
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                trim(open.removeLast());
            } else if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.ENTITY_REFERENCE) {
                throw new Unreadable("doctype", 0, "", "document types and entities are not accepted");
            } else if (event == XMLStreamConstants.CHARACTERS || event == XMLStreamConstants.CDATA) {
                if (!open.isEmpty()) {
                    open.getLast().add(reader.getText());
                }
            }
        }
        return whole(root);
    }

    private static XmlElement whole(@Nullable XmlElement root) throws Unreadable {
        if (root == null) {
            throw new Unreadable("not-well-formed", 0, "", "no element");
        }
        return root;
    }

    private static XmlElement element(XMLStreamReader reader) {
        var prefix = reader.getPrefix();
        var qualified =
                prefix == null || prefix.isEmpty() ? reader.getLocalName() : prefix + ":" + reader.getLocalName();
        var uri = reader.getNamespaceURI();
        var element = new XmlElement(
                qualified, uri == null ? "" : uri, reader.getLocation().getLineNumber());
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            var declared = reader.getNamespacePrefix(i);
            var of = reader.getNamespaceURI(i);
            element.with(declared == null || declared.isEmpty() ? "xmlns" : "xmlns:" + declared, of == null ? "" : of);
        }
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            var of = reader.getAttributePrefix(i);
            var name = reader.getAttributeLocalName(i);
            element.with(of == null || of.isEmpty() ? name : of + ":" + name, reader.getAttributeValue(i));
        }
        return element;
    }

    /// White space between elements is layout, not content; but in XHTML it stands between words.
    private static void trim(XmlElement element) {
        if (!element.namespace().equals(XHTML) && element.elements().findAny().isPresent()) {
            element.content().removeIf(part -> part instanceof String text && text.isBlank());
        }
    }
}

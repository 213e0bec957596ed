package hmnet.exchange.v3;

import hmnet.formats.base.xml.XmlStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// An XML document being read with limits (安全なXMLの読取り): UTF-8 only, no DOCTYPE, no entities, no
/// instructions; depth and number of elements are counted as they come, so that nothing is built that is not
/// wanted.
final class V3XmlReader {
    static final int DEEPEST = 50;
    static final int ELEMENTS = 20_000;
    static final int ATTRIBUTES = 30;

    private final String text;
    private final XMLStreamReader events;
    private final SortedMap<String, String> ofTheRoot = new TreeMap<>();
    private final SortedMap<String, String> around = new TreeMap<>();
    private final Deque<Element> open = new ArrayDeque<>();
    private final StringBuilder said = new StringBuilder();
    private @Nullable Element root;
    private int elements;

    private V3XmlReader(String text) throws XMLStreamException {
        this.text = text;
        this.events = XmlStream.open(text);
    }

    static V3Document read(byte[] bytes) throws BadXml {
        return read(Utf8Text.of(bytes));
    }

    static V3Document read(String text) throws BadXml {
        try {
            return new V3XmlReader(text).read();
        } catch (XMLStreamException e) {
            throw new BadXml("it is no XML that is read here");
        }
    }

    private V3Document read() throws XMLStreamException, BadXml {
        var declared = events.getCharacterEncodingScheme();
        if (declared != null && !declared.equalsIgnoreCase("UTF-8")) {
            throw new BadXml("it says that it is in " + declared + ": send UTF-8");
        }
        while (events.hasNext()) {
            switch (events.next()) {
                case XMLStreamConstants.START_ELEMENT -> begin();
                case XMLStreamConstants.END_ELEMENT -> end();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> say();
                case XMLStreamConstants.COMMENT, XMLStreamConstants.END_DOCUMENT -> {
                    // Says nothing.
                }
                default -> throw new BadXml("no DOCTYPE, entities or processing instructions");
            }
        }
        if (root == null) {
            throw new BadXml("it is empty");
        }
        return new V3Document(root, XmlExcerpt.innermost(text), declared());
    }

    private String declared() {
        return around.entrySet().stream()
                .map(one -> (one.getKey().isEmpty() ? "xmlns" : "xmlns:" + one.getKey()) + "=" + one.getValue())
                .collect(Collectors.joining(" "));
    }

    private void begin() throws BadXml {
        if (++elements > ELEMENTS || open.size() >= DEEPEST || events.getAttributeCount() > ATTRIBUTES) {
            throw new BadXml(
                    "at most " + DEEPEST + " levels, " + ELEMENTS + " elements, " + ATTRIBUTES + " attributes of one");
        }
        keepSaid();
        var element = new Element(given(events.getNamespaceURI()), events.getLocalName());
        for (var n = 0; n < events.getAttributeCount(); n++) {
            var name = new QualifiedName(given(events.getAttributeNamespace(n)), events.getAttributeLocalName(n));
            element.with(name, value(name, events.getAttributeValue(n)));
        }
        switch (open.size()) {
            case 0 -> {
                root = element;
                note(ofTheRoot);
            }
            case 1 -> {
                around.clear();
                around.putAll(ofTheRoot);
                note(around);
                open.element().add(element);
            }
            default -> open.element().add(element);
        }
        open.push(element);
    }

    /// The name of a type loses its prefix: written again, it stands in the namespace of HL7 V3 anyway.
    private static String value(QualifiedName name, String value) {
        return name.space().equals(Element.XSI) && name.local().equals("type")
                ? value.substring(value.indexOf(':') + 1)
                : value;
    }

    private void note(SortedMap<String, String> namespaces) {
        for (var n = 0; n < events.getNamespaceCount(); n++) {
            namespaces.put(given(events.getNamespacePrefix(n)), given(events.getNamespaceURI(n)));
        }
    }

    private void end() {
        keepSaid();
        open.pop();
    }

    private void say() {
        if (!open.isEmpty()) {
            said.append(events.getText());
        }
    }

    /// A text is one, also where a comment stands within.
    private void keepSaid() {
        if (!said.isEmpty()) {
            open.element().saying(said.toString());
            said.setLength(0);
        }
    }

    private static String given(@Nullable String text) {
        return text == null ? "" : text;
    }
}

package hmnet.formats.base.xml;

import hmnet.formats.base.TreeLimits;
import java.io.StringReader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// Opens XML (XMLの読取口): no document type, nothing from outside the file, no entities but the five, bounded in
/// attributes and names. No other place makes a reader of XML.
public final class XmlStream {
    private static final int NAME = 500;
    private static final XMLInputFactory RESOLVED = factory(true, true, true);
    private static final XMLInputFactory IN_PIECES = factory(true, false, false);
    private static final XMLInputFactory AS_WRITTEN = factory(false, true, false);

    private XmlStream() {}

    /// Prefixes stand for namespaces; one that is not declared is a fault, and so is an entity.
    public static XMLStreamReader open(String text) throws XMLStreamException {
        return RESOLVED.createXMLStreamReader(new StringReader(text));
    }

    /// The same, text piece by piece; an entity is an event for the caller to refuse.
    public static XMLStreamReader openInPieces(String text) throws XMLStreamException {
        return IN_PIECES.createXMLStreamReader(new StringReader(text));
    }

    /// Prefixes are part of names, declared or not; text comes piece by piece. An entity is a fault.
    public static XMLStreamReader openAsWritten(String text) throws XMLStreamException {
        return AS_WRITTEN.createXMLStreamReader(new StringReader(text));
    }

    /// Whether a limit on attributes or names was passed, and not a rule of XML broken.
    public static boolean isBeyondLimits(Exception fault) {
        return String.valueOf(fault.getMessage()).contains("JAXP00010");
    }

    private static XMLInputFactory factory(boolean namespaces, boolean entities, boolean whole) {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, entities);
        factory.setProperty(XMLInputFactory.IS_COALESCING, whole);
        factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, namespaces);
        factory.setProperty("jdk.xml.elementAttributeLimit", TreeLimits.XML.attributes());
        factory.setProperty("jdk.xml.maxXMLNameLimit", NAME);
        return factory;
    }
}

package hmnet.formats.fhirfile.xml;

import hmnet.formats.base.xml.XmlDocument;
import hmnet.formats.base.xml.XmlElement;
import hmnet.formats.base.xml.XmlText;

/// The words of a resource as JSON holds them (説明文のXHTML): one text, whatever prefixes the file used.
final class Xhtml {
    private Xhtml() {}

    static String of(XmlElement div) {
        var root = new XmlElement(div.name(), XmlDocument.XHTML, div.line()).with("xmlns", XmlDocument.XHTML);
        copy(div, root);
        return XmlText.within(root);
    }

    /// The depth of what we read is bounded.
    private static void copy(XmlElement from, XmlElement to) {
        from.attributes().forEach((name, value) -> {
            if (!name.startsWith("xmlns")) {
                to.with(name, value);
            }
        });
        for (var part : from.content()) {
            if (part instanceof XmlElement element) {
                var child = new XmlElement(element.name(), XmlDocument.XHTML, element.line());
                copy(element, child);
                to.add(child);
            } else {
                to.add(part);
            }
        }
    }
}

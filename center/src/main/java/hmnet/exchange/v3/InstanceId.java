package hmnet.exchange.v3;

import hmnet.exchange.callers.Identifier;

/// An identifier as HL7 V3 writes it (実体識別子, II).
///
/// @param root who gave it, as object identifier, or the whole of it as UUID
/// @param authority who gave it, by name; counts only without a root, since such names are everybody's own
public record InstanceId(String root, String extension, String authority) {
    static final InstanceId NONE = new InstanceId("", "", "");

    public static InstanceId of(Element element) {
        return new InstanceId(
                element.attribute("root"), element.attribute("extension"), element.attribute("assigningAuthorityName"));
    }

    /// By which its domain is looked up; empty when it does not say.
    public String giver() {
        return root.isEmpty() ? authority : root;
    }

    /// A number with who gave it.
    public static Element written(Identifier number) {
        return Element.of("id")
                .with("root", number.domain().oid())
                .with("extension", number.value())
                .with("assigningAuthorityName", number.domain().namespace());
    }

    /// Only whose it is.
    public static Element written(String oid) {
        return Element.of("id").with("root", oid);
    }

    Element element() {
        var element = written(root);
        return extension.isEmpty() ? element : element.with("extension", extension);
    }
}

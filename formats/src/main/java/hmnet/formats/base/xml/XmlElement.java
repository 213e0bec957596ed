package hmnet.formats.base.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An element with everything in it (XML要素): attributes and content in their order, so that it is written
/// as it was read. Names are asked for without their prefix.
public final class XmlElement {
    private static final Pattern BLANKS = Pattern.compile("[ \\t\\r\\n]+");

    private final String qualified;
    private final String name;
    private final String namespace;
    private final int line;
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private final List<Object> content = new ArrayList<>(4);

    /// @param qualified with its prefix, as written
    /// @param line where it begins, 0 for one we make
    public XmlElement(String qualified, String namespace, int line) {
        this.qualified = qualified;
        this.name = qualified.substring(qualified.indexOf(':') + 1);
        this.namespace = namespace;
        this.line = line;
    }

    /// One that is to be written.
    public static XmlElement of(String name) {
        return new XmlElement(name, "", 0);
    }

    public String qualified() {
        return qualified;
    }

    public String name() {
        return name;
    }

    public String namespace() {
        return namespace;
    }

    public int line() {
        return line;
    }

    /// By qualified names, declarations of namespaces among them.
    public Map<String, String> attributes() {
        return attributes;
    }

    /// Elements and texts.
    public List<Object> content() {
        return content;
    }

    public XmlElement with(String attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    /// The attribute, unless there is nothing to say.
    public XmlElement withSome(String attribute, String value) {
        return value.isEmpty() ? this : with(attribute, value);
    }

    public XmlElement add(Object elementOrText) {
        content.add(elementOrText);
        return this;
    }

    /// Adds an element and returns it.
    public XmlElement open(String name) {
        var child = of(name);
        content.add(child);
        return child;
    }

    /// The attribute by its name without prefix, empty when absent.
    public String attribute(String name) {
        var exact = attributes.get(name);
        if (exact != null) {
            return exact;
        }
        for (var entry : attributes.entrySet()) {
            if (entry.getKey().endsWith(":" + name) && !entry.getKey().startsWith("xmlns")) {
                return entry.getValue();
            }
        }
        return "";
    }

    public Stream<XmlElement> elements() {
        return content.stream().filter(XmlElement.class::isInstance).map(XmlElement.class::cast);
    }

    public List<XmlElement> all(String name) {
        return elements().filter(child -> child.name().equals(name)).toList();
    }

    /// The first at a path such as `recordTarget/patientRole`, or null.
    public @Nullable XmlElement at(String path) {
        var here = this;
        for (int from = 0; here != null && from <= path.length(); ) {
            int to = path.indexOf('/', from);
            here = here.child(path.substring(from, to < 0 ? path.length() : to));
            from = to < 0 ? path.length() + 1 : to + 1;
        }
        return here;
    }

    private @Nullable XmlElement child(String wanted) {
        for (var part : content) {
            if (part instanceof XmlElement element && element.name.equals(wanted)) {
                return element;
            }
        }
        return null;
    }

    /// An attribute of the first element at a path, empty when either is absent.
    public String at(String path, String attribute) {
        var found = at(path);
        return found == null ? "" : found.attribute(attribute).strip();
    }

    /// The text of the first element at a path, empty when it is absent.
    public String textAt(String path) {
        var found = at(path);
        return found == null ? "" : found.text();
    }

    /// All text within, runs of white space as one blank.
    public String text() {
        var out = new StringBuilder();
        gather(out);
        return BLANKS.matcher(out).replaceAll(" ").strip();
    }

    /// The depth of what we read is bounded, so this is.
    private void gather(StringBuilder out) {
        for (var part : content) {
            if (part instanceof XmlElement element) {
                element.gather(out);
            } else {
                out.append(part);
            }
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof XmlElement that
                && qualified.equals(that.qualified)
                && attributes.equals(that.attributes)
                && content.equals(that.content);
    }

    @Override
    public int hashCode() {
        return qualified.hashCode() * 31 + attributes.hashCode();
    }

    @Override
    public String toString() {
        return "<" + qualified + attributes + ">";
    }
}

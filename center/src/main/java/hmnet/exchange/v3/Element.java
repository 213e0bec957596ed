package hmnet.exchange.v3;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// An XML element (XML要素), as it was read or to be written. What is not said is empty, never null.
public final class Element implements Node {
    /// The namespace of HL7 V3.
    public static final String V3 = "urn:hl7-org:v3";

    /// Of attributes that tell an element's type or that there is none.
    static final String XSI = "http://www.w3.org/2001/XMLSchema-instance";

    private final QualifiedName name;
    private final Map<QualifiedName, String> attributes = new LinkedHashMap<>();
    private final List<Node> content = new ArrayList<>();

    Element(String space, String local) {
        this.name = new QualifiedName(space, local);
    }

    /// One of HL7 V3.
    public static Element of(String local) {
        return new Element(V3, local);
    }

    public Element with(String attribute, String value) {
        return with(new QualifiedName("", attribute), value);
    }

    Element with(QualifiedName attribute, String value) {
        attributes.put(attribute, value);
        return this;
    }

    /// The type of a value whose element leaves it open, such as `INT`.
    public Element typed(String type) {
        return with(new QualifiedName(XSI, "type"), type);
    }

    public Element add(Node... nodes) {
        content.addAll(List.of(nodes));
        return this;
    }

    public Element addAll(List<Element> elements) {
        content.addAll(elements);
        return this;
    }

    public Element saying(String text) {
        content.add(new Text(text));
        return this;
    }

    QualifiedName name() {
        return name;
    }

    public String local() {
        return name.local();
    }

    boolean is(String space, String local) {
        return name.space().equals(space) && name.local().equals(local);
    }

    Map<QualifiedName, String> attributes() {
        return attributes;
    }

    List<Node> content() {
        return content;
    }

    public String attribute(String local) {
        return attribute("", local);
    }

    String attribute(String space, String local) {
        return Objects.requireNonNullElse(attributes.get(new QualifiedName(space, local)), "")
                .strip();
    }

    public List<Element> children() {
        return content.stream()
                .filter(Element.class::isInstance)
                .map(Element.class::cast)
                .toList();
    }

    /// Those of this name in the same namespace.
    public List<Element> children(String local) {
        return children(child -> child.is(name.space(), local));
    }

    List<Element> children(Predicate<Element> wanted) {
        return children().stream().filter(wanted).toList();
    }

    /// The first along a path such as `controlActProcess/subject`.
    public Optional<Element> find(String path) {
        var found = Optional.of(this);
        for (var step : path.split("/", -1)) {
            found = found.flatMap(one -> one.children(step).stream().findFirst());
        }
        return found;
    }

    /// An attribute of the first element along a path.
    public String find(String path, String attribute) {
        return find(path).map(one -> one.attribute(attribute)).orElse("");
    }

    /// Its own text, without that of the elements in it.
    public String text() {
        var text = new StringBuilder();
        for (var node : content) {
            switch (node) {
                case Text(var said) -> text.append(said);
                case Element child -> text.append(' ');
            }
        }
        return text.toString().strip();
    }

    /// Every text and every value of an attribute in it.
    public Stream<String> said() {
        return Stream.concat(attributes.values().stream(), content.stream().flatMap(node -> switch (node) {
            case Text(var text) -> Stream.of(text);
            case Element child -> child.said();
        }));
    }
}

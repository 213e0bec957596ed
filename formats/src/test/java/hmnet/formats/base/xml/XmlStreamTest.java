package hmnet.formats.base.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.Test;

/// What both ways of opening XML refuse.
class XmlStreamTest {
    @FunctionalInterface
    private interface Opening {
        XMLStreamReader open(String text) throws XMLStreamException;
    }

    @Test
    void tooManyAttributesAreBeyondLimitsBothWays() {
        var attributes = IntStream.range(0, 101).mapToObj(i -> "a" + i + "=''").collect(Collectors.joining(" "));
        assertThat(XmlStream.isBeyondLimits(fault(XmlStream::open, "<a " + attributes + "/>")))
                .isTrue();
        assertThat(XmlStream.isBeyondLimits(fault(XmlStream::openAsWritten, "<a " + attributes + "/>")))
                .isTrue();
        assertThat(XmlStream.isBeyondLimits(fault(XmlStream::open, "<a>"))).isFalse();
    }

    @Test
    void anUndeclaredPrefixIsAFaultOnlyWherePrefixesAreResolved() throws XMLStreamException {
        assertThat(fault(XmlStream::open, "<p:a/>")).isNotNull();
        var asWritten = XmlStream.openAsWritten("<p:a/>");
        asWritten.next();
        assertThat(asWritten.getLocalName()).isEqualTo("p:a");
    }

    private static XMLStreamException fault(Opening opening, String text) {
        return catchThrowableOfType(XMLStreamException.class, () -> {
            var reader = opening.open(text);
            while (reader.hasNext()) {
                reader.next();
            }
        });
    }
}

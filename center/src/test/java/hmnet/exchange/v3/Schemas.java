package hmnet.exchange.v3;

import java.io.StringReader;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;

/// HL7's schemas of edition 2008 (HL7 V3のスキーマ), as IPF brings them along: what a system that others wrote would hold
/// our messages against.
public final class Schemas {
    private static final String FOLDER = "/schema/HL7V3/NE2008/multicacheschemas/";
    private static final Map<String, Schema> READ = new ConcurrentHashMap<>();

    private Schemas() {}

    /// Fails with the first thing that is not as the schema has it.
    public static void hold(Element message) throws Exception {
        READ.computeIfAbsent(message.local(), Schemas::read)
                .newValidator()
                .validate(new StreamSource(new StringReader(Markup.text(message))));
    }

    private static Schema read(String interaction) {
        var factory = SchemaFactory.newDefaultInstance();
        try {
            factory.setProperty(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "jar,file");
            return factory.newSchema(Objects.requireNonNull(Schemas.class.getResource(FOLDER + interaction + ".xsd")));
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}

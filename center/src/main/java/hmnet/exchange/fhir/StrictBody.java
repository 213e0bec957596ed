package hmnet.exchange.fhir;

import hmnet.formats.base.xml.XmlStream;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// The body of a request, looked through before the library reads it (本文の事前検査). The library takes
/// DOCTYPE, names twice in an object, twenty thousand levels and numbers without end (security.md M8): none
/// gets there.
sealed interface StrictBody {
    int MOST_BYTES = 1 << 20;
    int DEEPEST = 40;
    int LONGEST_TEXT = 1 << 19;
    int LONGEST_NUMBER = 40;
    Pattern TYPE = Pattern.compile("[A-Za-z]{1,64}");

    record Fit(byte[] bytes) implements StrictBody {}

    record Unfit(int status, String why) implements StrictBody {}

    static StrictBody read(HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > MOST_BYTES) {
            return new Unfit(413, "the body is larger than " + MOST_BYTES + " bytes");
        }
        var bytes = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            return new Unfit(413, "the body is larger than " + MOST_BYTES + " bytes");
        }
        var type = String.valueOf(request.getContentType()).toLowerCase(Locale.ROOT);
        if (bytes.length == 0 || type.startsWith("application/x-www-form-urlencoded")) {
            return new Fit(bytes);
        }
        if (type.contains("json")) {
            return json(bytes);
        }
        return type.contains("xml") ? xml(bytes) : new Unfit(415, "send application/fhir+json or application/fhir+xml");
    }

    private static StrictBody json(byte[] bytes) {
        var factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEEPEST)
                        .maxStringLength(LONGEST_TEXT)
                        .maxNumberLength(LONGEST_NUMBER)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        try (var parser = factory.createParser(ObjectReadContext.empty(), bytes)) {
            while (parser.nextToken() != null) {
                if ("resourceType".equals(parser.currentName())
                        && parser.currentToken() == JsonToken.VALUE_STRING
                        && !TYPE.matcher(parser.getString()).matches()) {
                    return new Unfit(400, "a resourceType is no name of a resource");
                }
                if (parser.currentToken().isNumeric()
                        && parser.getString().toLowerCase(Locale.ROOT).contains("e")) {
                    return new Unfit(400, "no number is written with an exponent here");
                }
            }
            return new Fit(bytes);
        } catch (JacksonException e) {
            return new Unfit(400, "the body is no JSON that is read here: names once, at most " + DEEPEST + " levels");
        }
    }

    private static StrictBody xml(byte[] bytes) {
        try {
            var events = XmlStream.openInPieces(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
            var declared = events.getCharacterEncodingScheme();
            if (declared != null && !declared.equalsIgnoreCase("UTF-8")) {
                return new Unfit(400, "the body says that it is in " + declared + ": send UTF-8");
            }
            var depth = 0;
            while (events.hasNext()) {
                var event = events.next();
                depth += event == XMLStreamConstants.START_ELEMENT
                        ? 1
                        : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
                if (event == XMLStreamConstants.DTD
                        || event == XMLStreamConstants.ENTITY_REFERENCE
                        || event == XMLStreamConstants.PROCESSING_INSTRUCTION
                        || depth > DEEPEST) {
                    return new Unfit(400, "no DOCTYPE, entities or instructions, at most " + DEEPEST + " levels");
                }
            }
            return new Fit(bytes);
        } catch (CharacterCodingException e) {
            return new Unfit(400, "the body is no UTF-8");
        } catch (XMLStreamException e) {
            return new Unfit(400, "the body is no XML that is read here");
        }
    }
}

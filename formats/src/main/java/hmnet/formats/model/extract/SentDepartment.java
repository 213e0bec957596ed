package hmnet.formats.model.extract;

import java.util.Arrays;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/// The department's name as the message says it (電文の診療科名). It stands before the extract's own texts,
/// so that a list reads it without reading the rest.
public final class SentDepartment {
    private static final String NAME = "departmentName";

    private SentDepartment() {}

    /// An extract with the name before it; the extract as it is when there is no name.
    public static byte[] before(byte[] extract, String name) {
        if (name.isBlank()) {
            return extract;
        }
        var first = new ExtractJson().put(NAME, name).bytes();
        var empty = extract.length == 2;
        var whole = Arrays.copyOf(first, first.length + extract.length - (empty ? 2 : 1));
        whole[first.length - 1] = (byte) (empty ? '}' : ',');
        System.arraycopy(extract, 1, whole, first.length, extract.length - (empty ? 2 : 1));
        return whole;
    }

    /// The name before an extract, or the empty text.
    public static String of(byte[] extract) {
        try (var parser = ExtractJson.FACTORY.createParser(ObjectReadContext.empty(), extract)) {
            return parser.nextToken() == JsonToken.START_OBJECT
                            && parser.nextToken() == JsonToken.PROPERTY_NAME
                            && parser.currentName().equals(NAME)
                            && parser.nextToken() == JsonToken.VALUE_STRING
                    ? parser.getString()
                    : "";
        } catch (JacksonException e) {
            throw new IllegalArgumentException("Not an extract", e);
        }
    }
}

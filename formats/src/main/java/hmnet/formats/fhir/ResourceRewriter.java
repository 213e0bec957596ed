package hmnet.formats.fhir;

import hmnet.formats.base.json.Stretch;
import java.io.ByteArrayOutputStream;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/// A resource with its id and its references replaced, all else token for token (資源の書換え): numbers keep
/// their digits.
final class ResourceRewriter {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ResourceRewriter() {}

    /// @param name our `Type/id` for it
    /// @param ours our `Type/id` by what references call it; other references stay as they are
    static byte[] of(byte[] resource, String name, Map<String, String> ours) {
        var bytes = new ByteArrayOutputStream(resource.length + 64);
        try (var in = FACTORY.createParser(ObjectReadContext.empty(), resource);
                var out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            copy(resource, in, out, name.substring(name.indexOf('/') + 1), ours);
        }
        return bytes.toByteArray();
    }

    private static void copy(byte[] resource, JsonParser in, JsonGenerator out, String id, Map<String, String> ours) {
        int depth = 0;
        boolean named = false;
        for (var token = in.nextToken(); token != null; token = in.nextToken()) {
            if (token == JsonToken.PROPERTY_NAME) {
                var property = in.currentName();
                out.writeName(property);
                boolean own = depth == 1 && property.equals("id");
                if (own || property.equals("reference")) {
                    var value = in.nextToken();
                    if (value == JsonToken.VALUE_STRING) {
                        out.writeString(own ? id : ours.getOrDefault(in.getString(), in.getString()));
                        named |= own;
                    } else {
                        out.copyCurrentStructureExact(in);
                    }
                }
                continue;
            }
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (depth == 0 && token == JsonToken.END_OBJECT && !named) {
                out.writeName("id");
                out.writeString(id);
            }
            copy(resource, token, in, out);
        }
    }

    /// A long text (an attached file) goes over as it stands.
    private static void copy(byte[] resource, JsonToken token, JsonParser in, JsonGenerator out) {
        if (token == JsonToken.VALUE_STRING) {
            long quote = in.currentTokenLocation().getByteOffset();
            int length = Stretch.longFrom(resource, quote);
            if (length >= 0) {
                out.writeRawUTF8String(resource, (int) quote + 1, length);
                return;
            }
        }
        out.copyCurrentEventExact(in);
    }
}

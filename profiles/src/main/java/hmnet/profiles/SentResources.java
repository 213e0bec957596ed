package hmnet.profiles;

import hmnet.formats.base.Unreadable;
import hmnet.formats.base.tree.Tree;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The resources of a file as it was sent (送信された資源): JSON or XML, one, or (NDJSON) one a line. Each is read once within
/// our own limits on depth, nodes and document types, before anything larger touches it.
final class SentResources {
    private SentResources() {}

    static List<String> of(byte[] file) throws Unreadable {
        var text = text(file);
        try {
            Tree.read(file);
            return List.of(text);
        } catch (Unreadable one) {
            var lines = text.lines().filter(line -> !line.isBlank()).toList();
            if (lines.size() < 2
                    || !lines.stream().allMatch(line -> line.stripLeading().startsWith("{"))) {
                throw one;
            }
            return each(lines);
        }
    }

    private static List<String> each(List<String> lines) throws Unreadable {
        var read = new ArrayList<String>();
        for (var line : lines) {
            Tree.read(line.getBytes(StandardCharsets.UTF_8));
            read.add(line);
        }
        return read;
    }

    private static String text(byte[] file) throws Unreadable {
        try {
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new Unreadable("characters", 0, "", "FHIR is UTF-8");
        }
    }
}

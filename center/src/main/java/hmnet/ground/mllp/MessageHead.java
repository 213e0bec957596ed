package hmnet.ground.mllp;

import java.nio.charset.StandardCharsets;

/// What can be told of the sender of a message that cannot be read (電文の差出人): the fields of its first
/// line, if they are plain ASCII.
record MessageHead(String application, String facility, String controlId) {
    private static final int FIELD_MAX = 199;

    static MessageHead of(byte[] bytes) {
        var text = new String(bytes, 0, Math.min(bytes.length, 1_000), StandardCharsets.ISO_8859_1);
        if (!text.startsWith("MSH") || text.length() < 9) {
            return new MessageHead("", "", "");
        }
        var line = text.split("[\\r\\n]", 2)[0];
        var fields = line.split(java.util.regex.Pattern.quote(line.substring(3, 4)), 12);
        return new MessageHead(field(fields, 2), field(fields, 3), field(fields, 9));
    }

    private static String field(String[] fields, int at) {
        var value = at < fields.length ? fields[at].split("\\^", 2)[0] : "";
        var plain = value.length() <= FIELD_MAX && value.chars().allMatch(c -> c >= ' ' && c < 0x7F);
        return plain ? value : "";
    }
}

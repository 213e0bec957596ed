package hmnet.formats.check.account;

import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.Segment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Replaces values of HL7 messages with the usual separators (電文の値の差し替え).
final class Hl7Editor implements ValueEditor {
    private final List<String> segments;

    Hl7Editor(List<Message> messages) {
        segments = messages.stream()
                .flatMap(message -> message.segments().stream())
                .map(Segment::toString)
                .toList();
    }

    @Override
    public byte @Nullable [] with(int nth, String value) {
        int count = nth;
        var out = new StringBuilder();
        for (var segment : segments) {
            var fields = segment.split("\\|", -1);
            boolean header = segment.startsWith("MSH");
            for (int f = header ? 2 : 1; f < fields.length; f++) {
                var parts = fields[f].split("(?=[~^&])|(?<=[~^&])", -1);
                for (int p = 0; p < parts.length; p++) {
                    boolean said = !parts[p].matches("[~^&]") && !parts[p].isBlank() && !parts[p].equals("\"\"");
                    if (said && count-- == 0) {
                        parts[p] = value;
                    }
                }
                fields[f] = String.join("", parts);
            }
            if (header && fields.length > 17) {
                fields[17] = "UNICODE UTF-8";
            }
            out.append(String.join("|", fields)).append('\r');
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }
}

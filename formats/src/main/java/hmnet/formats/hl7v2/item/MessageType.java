package hmnet.formats.hl7v2.item;

import hmnet.formats.base.Table;
import hmnet.formats.base.hl7.Message;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// What a type of message is about (電文型), from `message-types.csv`.
///
/// @param required segments it is none without; alternatives are separated by `|`
public record MessageType(Content content, List<String> required) {
    /// Which of its segments tell something of a patient's care (内容).
    public enum Content {
        STAY,
        BOOKING,
        DOCUMENT,
        PROBLEMS,
        MEDICINES,
        TESTS_ORDERED,
        RESULTS,
        OBSERVATIONS,
        EXAMINATION_ORDERED,
        EXAMINATION_DONE,
        ANY_ORDER,
        NOTHING
    }

    private static final Map<String, MessageType> TYPES = Table.read(MessageType.class, "message-types.csv").stream()
            .collect(Collectors.toUnmodifiableMap(row -> row.get(0), MessageType::type));

    private static MessageType type(List<String> row) {
        var required =
                row.get(2).isEmpty() ? List.<String>of() : List.of(row.get(2).split(" "));
        return new MessageType(Content.valueOf(row.get(1)), required);
    }

    public static Optional<MessageType> of(Message message) {
        return Optional.ofNullable(TYPES.get(message.header().text(9, 1)));
    }

    /// The first required segment that is not there, empty when all are.
    public String missing(Message message) {
        for (var wanted : required) {
            boolean found = false;
            for (var name : wanted.split("\\|", -1)) {
                found |= message.first(name) != null;
            }
            if (!found) {
                return wanted;
            }
        }
        return "";
    }
}

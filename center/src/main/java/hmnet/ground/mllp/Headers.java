package hmnet.ground.mllp;

import hmnet.formats.base.hl7.Message;
import hmnet.ground.mllp.Fault.Hl7ErrorCode;
import java.util.List;
import java.util.Optional;

/// What a header must say before anything is done with a message (MSHの検査).
final class Headers {
    private static final int CONTROL_ID_MAX = 199;
    private static final List<Integer> REQUIRED = List.of(9, 10, 11, 12);

    private Headers() {}

    static Optional<Fault> objection(Message message) {
        var header = message.header();
        if (message.all("MSH").size() > 1) {
            return Optional.of(new Fault("MSH", Hl7ErrorCode.SEGMENT_SEQUENCE, "One frame holds one message"));
        }
        var missing = REQUIRED.stream().filter(field -> !header.has(field)).findFirst();
        if (missing.isPresent()) {
            return Optional.of(new Fault("MSH^1^" + missing.get(), Hl7ErrorCode.REQUIRED_FIELD, ""));
        }
        if (message.controlId().length() > CONTROL_ID_MAX) {
            return Optional.of(
                    new Fault("MSH^1^10", Hl7ErrorCode.DATA_TYPE, "Longer than " + CONTROL_ID_MAX + " characters"));
        }
        if (!header.text(11).equals("P")) {
            return Optional.of(new Fault(
                    "MSH^1^11", Hl7ErrorCode.UNSUPPORTED_PROCESSING, "Only messages of production (P) are taken"));
        }
        return header.text(12).startsWith("2.")
                ? Optional.empty()
                : Optional.of(new Fault("MSH^1^12", Hl7ErrorCode.UNSUPPORTED_VERSION, ""));
    }
}

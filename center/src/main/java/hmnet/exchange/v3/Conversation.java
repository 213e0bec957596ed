package hmnet.exchange.v3;

import hmnet.exchange.v3.SoapFault.SoapFaultCode;
import hmnet.ground.database.FullDisk;
import hmnet.ground.database.SilentDatabase;
import hmnet.ground.directory.FacilityId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/// From an envelope to its answer (SOAPのやり取り): the WS-Addressing action names the transaction. Whatever is wrong
/// with the envelope is a fault; what is wrong with the message in it the transaction acknowledges.
@Component
class Conversation {
    private static final Logger LOG = LoggerFactory.getLogger(Conversation.class);
    private final Map<String, V3Door> doors = new HashMap<>();

    Conversation(List<V3Door> all) {
        all.forEach(door -> door.actions().forEach(action -> doors.put(action, door)));
    }

    /// @param action of the media type; empty when it has none
    SoapReply answer(FacilityId facility, byte[] bytes, String action) {
        try {
            var document = V3XmlReader.read(bytes);
            return switch (SoapEnvelope.read(document.root(), action)) {
                case SoapEnvelope envelope -> answer(facility, envelope, document);
                case SoapFault wrong -> SoapReply.fault(wrong, "");
            };
        } catch (BadXml e) {
            return SoapReply.fault(SoapFault.sender(e.why()), "");
        }
    }

    private SoapReply answer(FacilityId facility, SoapEnvelope envelope, V3Document document) {
        var door = doors.get(envelope.action());
        if (door == null) {
            var unknown = SoapFault.addressing("ActionNotSupported", "This action is not spoken here");
            return SoapReply.fault(unknown, envelope.messageId());
        }
        var message =
                new V3Message(facility, envelope.action(), envelope.payload(), document.inner(), document.namespaces());
        var objection = message.objection();
        if (objection.isPresent()) {
            return SoapReply.fault(SoapFault.sender(objection.get()), envelope.messageId());
        }
        try {
            return SoapReply.answer(envelope, door.answer(message));
        } catch (RuntimeException e) {
            var away = away(e);
            if (away.isPresent()) {
                return SoapReply.fault(
                        SoapFault.of(SoapFaultCode.RECEIVER, "Not taken. Send it again later."),
                        away.get(),
                        envelope.messageId());
            }
            LOG.error("{} of facility {} failed", message.action(), facility.value(), e);
            return SoapReply.fault(
                    SoapFault.of(SoapFaultCode.RECEIVER, "It failed here. Send it again."), envelope.messageId());
        }
    }

    /// The status of an answer that says when to come again; empty for a fault of ours.
    private static Optional<Integer> away(RuntimeException failure) {
        if (FullDisk.caused(failure)) {
            return Optional.of(HttpStatus.INSUFFICIENT_STORAGE.value());
        }
        return SilentDatabase.caused(failure) ? Optional.of(HttpStatus.SERVICE_UNAVAILABLE.value()) : Optional.empty();
    }
}

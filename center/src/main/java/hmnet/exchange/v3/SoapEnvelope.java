package hmnet.exchange.v3;

import hmnet.exchange.v3.SoapFault.SoapFaultCode;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;

/// A SOAP 1.2 envelope with one message in it (封筒), addressed by WS-Addressing as ITI TF-2 Appendix V asks.
///
/// @param messageId by which the answer names it
public record SoapEnvelope(String action, String messageId, Element payload) implements SoapRequest {
    static final String SOAP = "http://www.w3.org/2003/05/soap-envelope";
    static final String ADDRESSING = "http://www.w3.org/2005/08/addressing";
    private static final String ANONYMOUS = ADDRESSING + "/anonymous";
    private static final Set<String> ROLES = Set.of("", SOAP + "/role/next", SOAP + "/role/ultimateReceiver");
    private static final Set<String> ADDRESSES =
            Set.of("Action", "MessageID", "To", "From", "ReplyTo", "FaultTo", "RelatesTo");
    private static final Set<String> ONCE = Set.of("Action", "MessageID", "To", "ReplyTo", "FaultTo");
    private static final int WRITTEN_MAX = 1_000;

    /// @param action of the media type; empty when it has none
    static SoapRequest read(Element root, String action) {
        if (!root.is(SOAP, "Envelope")) {
            return root.local().equals("Envelope")
                    ? SoapFault.of(SoapFaultCode.VERSION_MISMATCH, "SOAP 1.2 is spoken here")
                    : SoapFault.sender("It is no envelope of SOAP 1.2");
        }
        var parts = root.children();
        var headed = !parts.isEmpty() && parts.getFirst().is(SOAP, "Header");
        if (parts.size() != (headed ? 2 : 1) || !parts.getLast().is(SOAP, "Body")) {
            return SoapFault.sender("An envelope holds at most one Header, then one Body");
        }
        var body = parts.getLast().children();
        if (body.size() != 1 || !parts.getLast().text().isEmpty()) {
            return SoapFault.sender("The Body holds one message");
        }
        return addressed(headed ? parts.getFirst().children() : List.of(), body.getFirst(), action);
    }

    private static SoapRequest addressed(List<Element> headers, Element payload, String action) {
        var unknown = headers.stream()
                .filter(SoapEnvelope::mustBeUnderstood)
                .map(Element::name)
                .filter(name -> !(name.space().equals(ADDRESSING) && ADDRESSES.contains(name.local())))
                .toList();
        if (!unknown.isEmpty()) {
            return SoapFault.mustUnderstand(unknown);
        }
        var ours = headers.stream().filter(SoapEnvelope::isForUs).toList();
        for (var name : ONCE) {
            if (ours.stream().filter(is(name)).count() > 1) {
                return SoapFault.addressing("InvalidAddressingHeader", name + " stands there more than once");
            }
        }
        var said = text(ours, "Action");
        var id = text(ours, "MessageID");
        if (said.isEmpty() || id.isEmpty()) {
            return SoapFault.addressing(
                    "MessageAddressingHeaderRequired", "Action and MessageID of WS-Addressing are needed");
        }
        if (said.length() > WRITTEN_MAX || id.length() > WRITTEN_MAX) {
            return SoapFault.addressing("InvalidAddressingHeader", "Action or MessageID is too long");
        }
        if (!action.isEmpty() && !action.equals(said)) {
            return SoapFault.addressing("InvalidAddressingHeader", "Action is another than that of the media type");
        }
        return ours.stream().filter(is("ReplyTo").or(is("FaultTo"))).allMatch(SoapEnvelope::isAnonymous)
                ? new SoapEnvelope(said, id, payload)
                : SoapFault.addressing(
                        "OnlyAnonymousAddressSupported", "Answers go back on the same connection, nowhere else");
    }

    private static Predicate<Element> is(String local) {
        return header -> header.is(ADDRESSING, local);
    }

    private static String text(List<Element> headers, String local) {
        return headers.stream().filter(is(local)).findFirst().map(Element::text).orElse("");
    }

    private static boolean isForUs(Element header) {
        return ROLES.contains(header.attribute(SOAP, "role"));
    }

    private static boolean mustBeUnderstood(Element header) {
        return isForUs(header) && Set.of("1", "true").contains(header.attribute(SOAP, "mustUnderstand"));
    }

    private static boolean isAnonymous(Element address) {
        return address.find("Address").map(Element::text).orElse("").equals(ANONYMOUS);
    }

    /// The envelope of an answer or a fault.
    ///
    /// @param relatesTo the message it answers; empty when that is not known
    static Element answering(String relatesTo, String action, List<Element> more, Element payload) {
        var header = headed(action).add(addressing("To").saying(ANONYMOUS)).addAll(more);
        if (!relatesTo.isEmpty()) {
            header.add(addressing("RelatesTo").saying(relatesTo));
        }
        return around(header, payload);
    }

    /// The envelope of a message of the centre's own.
    public static Element calling(String to, Element payload) {
        var reply = addressing("ReplyTo").add(addressing("Address").saying(ANONYMOUS));
        return around(headed(action(payload)).add(addressing("To").saying(to), reply), payload);
    }

    /// The message in an envelope that came as an answer, be it a fault.
    public static Element message(byte[] bytes) throws BadXml {
        var parts = V3XmlReader.read(bytes).root().children();
        var said = parts.isEmpty() ? List.<Element>of() : parts.getLast().children();
        if (said.isEmpty()) {
            throw new BadXml("it is no envelope with a message in it");
        }
        return said.getFirst();
    }

    /// The action under which a message of HL7 V3 goes.
    static String action(Element payload) {
        return Element.V3 + ":" + payload.local();
    }

    private static Element headed(String action) {
        var understood = new QualifiedName(SOAP, "mustUnderstand");
        return new Element(SOAP, "Header")
                .add(
                        addressing("Action").with(understood, "true").saying(action),
                        addressing("MessageID").saying("urn:uuid:" + UUID.randomUUID()));
    }

    private static Element addressing(String local) {
        return new Element(ADDRESSING, local);
    }

    private static Element around(Element header, Element payload) {
        return new Element(SOAP, "Envelope").add(header, new Element(SOAP, "Body").add(payload));
    }
}

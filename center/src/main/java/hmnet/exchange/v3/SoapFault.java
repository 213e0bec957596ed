package hmnet.exchange.v3;

import java.util.List;

/// Why an envelope is not worked on (SOAPの障害), as SOAP 1.2 §5.4 says it.
///
/// @param subcode of WS-Addressing, such as `ActionNotSupported`; empty for none
/// @param reason for whoever runs the sending system
/// @param notUnderstood header blocks that must be understood and are not
record SoapFault(Code code, String subcode, String reason, List<QualifiedName> notUnderstood) implements Incoming {
    /// Whose doing it is.
    enum Code {
        SENDER("Sender", 400),
        RECEIVER("Receiver", 500),
        MUST_UNDERSTAND("MustUnderstand", 500),
        VERSION_MISMATCH("VersionMismatch", 500);

        private final String word;
        private final int status;

        Code(String word, int status) {
            this.word = word;
            this.status = status;
        }
    }

    static SoapFault of(Code code, String reason) {
        return new SoapFault(code, "", reason, List.of());
    }

    static SoapFault sender(String reason) {
        return of(Code.SENDER, reason);
    }

    static SoapFault addressing(String subcode, String reason) {
        return new SoapFault(Code.SENDER, subcode, reason, List.of());
    }

    static SoapFault mustUnderstand(List<QualifiedName> blocks) {
        return new SoapFault(Code.MUST_UNDERSTAND, "", "A header block is not understood here", blocks);
    }

    int status() {
        return code.status;
    }

    /// WS-Addressing has an action for its own faults and one for all others.
    String action() {
        return subcode.isEmpty() ? Envelope.ADDRESSING + "/soap/fault" : Envelope.ADDRESSING + "/fault";
    }

    Element element() {
        var codes = new Element(Envelope.SOAP, "Code").add(value("env:" + code.word));
        if (!subcode.isEmpty()) {
            codes.add(new Element(Envelope.SOAP, "Subcode").add(value("wsa:" + subcode)));
        }
        var words = new Element(Envelope.SOAP, "Text")
                .with(new QualifiedName("http://www.w3.org/XML/1998/namespace", "lang"), "en")
                .saying(reason);
        return new Element(Envelope.SOAP, "Fault").add(codes, new Element(Envelope.SOAP, "Reason").add(words));
    }

    private static Element value(String word) {
        return new Element(Envelope.SOAP, "Value").saying(word);
    }

    /// The header blocks that SOAP asks for beside a fault.
    List<Element> headers() {
        return code == Code.VERSION_MISMATCH
                ? List.of(new Element(Envelope.SOAP, "Upgrade")
                        .add(new Element(Envelope.SOAP, "SupportedEnvelope").with("qname", "env:Envelope")))
                : notUnderstood.stream()
                        .map(block -> new Element(Envelope.SOAP, "NotUnderstood")
                                .with("qname", "q:" + block.local())
                                .with("xmlns:q", block.space()))
                        .toList();
    }
}

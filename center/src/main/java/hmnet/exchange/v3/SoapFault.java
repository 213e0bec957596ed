package hmnet.exchange.v3;

import java.util.List;

/// Why an envelope is not worked on (SOAPの障害), as SOAP 1.2 §5.4 says it.
///
/// @param subcode of WS-Addressing, such as `ActionNotSupported`; empty for none
/// @param reason for whoever runs the sending system
/// @param notUnderstood header blocks that must be understood and are not
record SoapFault(SoapFaultCode code, String subcode, String reason, List<QualifiedName> notUnderstood)
        implements SoapRequest {
    /// Whose doing it is.
    enum SoapFaultCode {
        SENDER("Sender", 400),
        RECEIVER("Receiver", 500),
        MUST_UNDERSTAND("MustUnderstand", 500),
        VERSION_MISMATCH("VersionMismatch", 500);

        private final String word;
        private final int status;

        SoapFaultCode(String word, int status) {
            this.word = word;
            this.status = status;
        }
    }

    static SoapFault of(SoapFaultCode code, String reason) {
        return new SoapFault(code, "", reason, List.of());
    }

    static SoapFault sender(String reason) {
        return of(SoapFaultCode.SENDER, reason);
    }

    static SoapFault addressing(String subcode, String reason) {
        return new SoapFault(SoapFaultCode.SENDER, subcode, reason, List.of());
    }

    static SoapFault mustUnderstand(List<QualifiedName> blocks) {
        return new SoapFault(SoapFaultCode.MUST_UNDERSTAND, "", "A header block is not understood here", blocks);
    }

    int status() {
        return code.status;
    }

    /// WS-Addressing has an action for its own faults and one for all others.
    String action() {
        return subcode.isEmpty() ? SoapEnvelope.ADDRESSING + "/soap/fault" : SoapEnvelope.ADDRESSING + "/fault";
    }

    Element element() {
        var codes = new Element(SoapEnvelope.SOAP, "Code").add(value("env:" + code.word));
        if (!subcode.isEmpty()) {
            codes.add(new Element(SoapEnvelope.SOAP, "Subcode").add(value("wsa:" + subcode)));
        }
        var words = new Element(SoapEnvelope.SOAP, "Text")
                .with(new QualifiedName("http://www.w3.org/XML/1998/namespace", "lang"), "en")
                .saying(reason);
        return new Element(SoapEnvelope.SOAP, "Fault").add(codes, new Element(SoapEnvelope.SOAP, "Reason").add(words));
    }

    private static Element value(String word) {
        return new Element(SoapEnvelope.SOAP, "Value").saying(word);
    }

    /// The header blocks that SOAP asks for beside a fault.
    List<Element> headers() {
        return code == SoapFaultCode.VERSION_MISMATCH
                ? List.of(new Element(SoapEnvelope.SOAP, "Upgrade")
                        .add(new Element(SoapEnvelope.SOAP, "SupportedEnvelope").with("qname", "env:Envelope")))
                : notUnderstood.stream()
                        .map(block -> new Element(SoapEnvelope.SOAP, "NotUnderstood")
                                .with("qname", "q:" + block.local())
                                .with("xmlns:q", block.space()))
                        .toList();
    }
}

package hmnet.exchange.v3;

import java.util.List;

/// What goes back to a machine (返答): an envelope and its HTTP status.
record SoapReply(int status, Element envelope) {
    private static final int OK = 200;

    static SoapReply answer(SoapEnvelope asked, Element payload) {
        return new SoapReply(
                OK, SoapEnvelope.answering(asked.messageId(), SoapEnvelope.action(payload), List.of(), payload));
    }

    /// @param relatesTo the message that is wrong; empty when that is not known
    static SoapReply fault(SoapFault wrong, String relatesTo) {
        return fault(wrong, wrong.status(), relatesTo);
    }

    static SoapReply fault(SoapFault wrong, int status, String relatesTo) {
        return new SoapReply(
                status, SoapEnvelope.answering(relatesTo, wrong.action(), wrong.headers(), wrong.element()));
    }
}

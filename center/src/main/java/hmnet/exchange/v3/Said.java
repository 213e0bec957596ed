package hmnet.exchange.v3;

import java.util.List;

/// What goes back to a machine (返答): an envelope and its HTTP status.
record Said(int status, Element envelope) {
    private static final int OK = 200;

    static Said answer(Envelope asked, Element payload) {
        return new Said(OK, Envelope.answering(asked.messageId(), Envelope.action(payload), List.of(), payload));
    }

    /// @param relatesTo the message that is wrong; empty when that is not known
    static Said fault(SoapFault wrong, String relatesTo) {
        return fault(wrong, wrong.status(), relatesTo);
    }

    static Said fault(SoapFault wrong, int status, String relatesTo) {
        return new Said(status, Envelope.answering(relatesTo, wrong.action(), wrong.headers(), wrong.element()));
    }
}

package hmnet.exchange.v3;

/// What a request turned out to be (受信した要求): an envelope, or why it is none.
sealed interface SoapRequest permits SoapEnvelope, SoapFault {}

package hmnet.exchange.v3;

import java.util.Set;

/// A transaction that HL7 V3 carries over SOAP (HL7 V3の取引).
public interface V3Door {
    /// The actions it answers, such as `urn:hl7-org:v3:PRPA_IN201309UV02`.
    Set<String> actions();

    /// The answer: a message of HL7 V3.
    Element answer(V3Message asked);
}

package hmnet.exchange.telegrams;

import hmnet.exchange.callers.Caller;
import hmnet.ground.mllp.Fault;

/// Whether a message may be worked on (電文の受入れ可否).
public sealed interface Admittance {
    record Admitted(Caller caller) implements Admittance {}

    /// To be answered with AR.
    record Refused(Fault fault) implements Admittance {}
}

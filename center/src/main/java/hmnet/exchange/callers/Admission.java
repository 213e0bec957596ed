package hmnet.exchange.callers;

/// Whether a machine may come for an errand (照会の可否).
public sealed interface Admission {
    record Admitted(Caller caller) implements Admission {}

    /// No such right was granted; that stands in the audit log already.
    record Refused() implements Admission {}
}

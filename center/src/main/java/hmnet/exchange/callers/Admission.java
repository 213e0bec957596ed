package hmnet.exchange.callers;

/// Whether a machine may use a group of transactions (照会の可否).
public sealed interface Admission {
    record Admitted(Caller caller) implements Admission {}

    /// No such right was granted; that stands in the audit log already.
    record Refused() implements Admission {}
}

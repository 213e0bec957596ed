package hmnet.record.charts;

import hmnet.consent.decisions.Decision.Reason;

/// The result of asking for a chart (開示の結果).
public sealed interface Opening {
    /// It is open, within its grant, until the transaction ends.
    record Opened(Chart chart) implements Opening {}

    /// It stays closed.
    record Closed(Reason reason) implements Opening {}
}

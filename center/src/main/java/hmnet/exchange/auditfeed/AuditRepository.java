package hmnet.exchange.auditfeed;

import hmnet.exchange.balp.ReportedEvent;
import java.util.List;

/// A repository elsewhere that keeps events (監査証跡の保管先, Audit Record Repository).
interface AuditRepository {
    FeedWay way();

    /// Sends events in their order, some of them or all. What it has not taken for certain counts as not sent.
    FeedDelivery send(List<ReportedEvent> events);

    /// How far it came.
    ///
    /// @param taken of how many events, from the first, it is certain that they were taken
    /// @param trouble why one was not, in words for whoever runs the centre; empty when none failed
    record FeedDelivery(int taken, String trouble) {}
}

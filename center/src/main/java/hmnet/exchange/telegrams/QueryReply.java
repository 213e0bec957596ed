package hmnet.exchange.telegrams;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.base.hl7.SegmentBuilder;
import hmnet.ground.mllp.Fault;
import hmnet.ground.mllp.Reply;
import hmnet.ground.mllp.Reply.Acknowledgement;
import hmnet.ground.mllp.Telegram;
import java.util.List;

/// An answer to a query by parameter (照会の応答, RSP): QAK and the query itself behind the acknowledgement.
public final class QueryReply {
    private final Telegram telegram;
    private final Segment query;
    private final String type;

    /// @param query the QPD that was asked
    /// @param type such as `RSP^K23^RSP_K23`
    public QueryReply(Telegram telegram, Segment query, String type) {
        this.telegram = telegram;
        this.query = query;
        this.type = type;
    }

    /// Somebody was found. What follows QPD is the caller's.
    ///
    /// @param total all that were found; 0 = not said
    public Reply found(int here, int total, int left) {
        var reply = Reply.answering(telegram, type, Acknowledgement.AA);
        var status = status(reply, "OK");
        if (total > 0) {
            status.set(4, String.valueOf(total)).set(5, String.valueOf(here)).set(6, String.valueOf(left));
        }
        reply.copy(query);
        return reply;
    }

    /// Understood, and nobody there.
    public Reply nobody() {
        var reply = Reply.answering(telegram, type, Acknowledgement.AA);
        status(reply, "NF");
        reply.copy(query);
        return reply;
    }

    public Reply wrong(List<Fault> faults) {
        var reply = Reply.answering(telegram, type, Acknowledgement.AE, faults.toArray(Fault[]::new));
        status(reply, "AE");
        reply.copy(query);
        return reply;
    }

    /// The query holds what may not be said back, not even to who said it.
    public Reply wrongUnrepeated(Fault fault) {
        var reply = Reply.answering(telegram, type, Acknowledgement.AE, fault);
        status(reply, "AE");
        reply.segment("QPD")
                .set(1, query.text(1, 1), query.text(1, 2), query.text(1, 3))
                .set(2, query.text(2));
        return reply;
    }

    private SegmentBuilder status(Reply reply, String word) {
        return reply.segment("QAK").set(1, query.text(2)).set(2, word);
    }
}

package hmnet.exchange.iti9;

import hmnet.exchange.callers.Caller;
import hmnet.exchange.callers.Domains;
import hmnet.exchange.callers.Identifier;
import hmnet.exchange.callers.QueryTrail;
import hmnet.exchange.callers.Question;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.personquery.CrossReference;
import hmnet.exchange.personquery.CrossReferences;
import hmnet.exchange.telegrams.Admittance;
import hmnet.exchange.telegrams.AssigningAuthority;
import hmnet.exchange.telegrams.QueryReply;
import hmnet.exchange.telegrams.Senders;
import hmnet.formats.base.hl7.Segment;
import hmnet.ground.mllp.Fault;
import hmnet.ground.mllp.Fault.Hl7ErrorCode;
import hmnet.ground.mllp.Reply;
import hmnet.ground.mllp.Reply.Acknowledgement;
import hmnet.ground.mllp.Telegram;
import hmnet.ground.mllp.Transaction;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// QBP^Q23 → RSP^K23 (ITI-9 §3.9.4): which numbers elsewhere are the same patient's. The cases of the
/// profile are the cases of `CrossReference`.
@Component
class PixQuery implements Transaction {
    private static final String NAME = "ITI-9";
    private static final Fault INDIVIDUAL =
            new Fault("QPD^1^3^1^1", Hl7ErrorCode.DATA_TYPE, "An individual number (My Number) is never taken");
    private final Senders senders;
    private final CrossReferences references;
    private final QueryTrail trail;
    private final Domains domains;

    PixQuery(Senders senders, CrossReferences references, QueryTrail trail, Domains domains) {
        this.senders = senders;
        this.references = references;
        this.trail = trail;
        this.domains = domains;
    }

    @Override
    public Set<String> types() {
        return Set.of("QBP^Q23");
    }

    @Override
    public Reply answer(Telegram telegram) {
        var query = telegram.message().first("QPD");
        if (query == null) {
            return Reply.acknowledging(
                    telegram, Acknowledgement.AR, new Fault("QPD", Hl7ErrorCode.SEGMENT_SEQUENCE, "QPD is missing"));
        }
        return switch (senders.admit(telegram, TransactionGroup.PIX, NAME)) {
            case Admittance.Admitted(var caller) ->
                answer(caller, telegram, query, new QueryReply(telegram, query, "RSP^K23^RSP_K23"));
            case Admittance.Refused(var fault) -> Reply.acknowledging(telegram, Acknowledgement.AR, fault);
        };
    }

    private Reply answer(Caller caller, Telegram telegram, Segment query, QueryReply reply) {
        for (var required : List.of(1, 2, 3)) {
            if (!query.has(required)) {
                return trail.objected(caller, question(telegram, query), "wrong parameter")
                        ? reply.wrongUnrepeated(INDIVIDUAL)
                        : reply.wrong(List.of(new Fault("QPD^1^" + required, Hl7ErrorCode.REQUIRED_FIELD, "")));
            }
        }
        var source = AssigningAuthority.of(query, 3, 1);
        var wanted = IntStream.rangeClosed(1, query.repetitions(4))
                .mapToObj(repetition -> AssigningAuthority.of(query, 4, repetition))
                .filter(AssigningAuthority::isNamed)
                .toList();
        var question = question(telegram, query);
        var names = wanted.stream()
                .map(assigningAuthority -> assigningAuthority.name(domains))
                .toList();
        return switch (references.of(caller, question, source.name(domains), query.text(3), names)) {
            case CrossReference.Known(var others, var person) ->
                others.isEmpty() ? reply.nobody() : found(reply, others);
            case CrossReference.UnknownNumber() -> reply.wrong(List.of(unknown("QPD^1^3^1^1", "Unknown patient ID")));
            case CrossReference.UnknownSource(var domain) ->
                reply.wrong(List.of(unknown("QPD^1^3^1^4", "Unknown domain of the patient ID")));
            case CrossReference.UnknownTarget(var domain, var first) -> reply.wrong(unknown(caller, wanted));
            case CrossReference.OverLimit() ->
                reply.wrong(List.of(new Fault("QPD^1^3", Hl7ErrorCode.INTERNAL, QueryTrail.OVER_LIMIT)));
            case CrossReference.IndividualNumber() -> reply.wrongUnrepeated(INDIVIDUAL);
        };
    }

    /// The profile names every unknown domain, not only the first.
    private List<Fault> unknown(Caller caller, List<AssigningAuthority> wanted) {
        return wanted.stream()
                .filter(assigningAuthority ->
                        assigningAuthority.in(domains, caller).isEmpty())
                .map(assigningAuthority -> unknown("QPD^1^4^" + assigningAuthority.repetition(), "Unknown domain"))
                .toList();
    }

    private static Fault unknown(String where, String text) {
        return new Fault(where, Hl7ErrorCode.UNKNOWN_KEY, text);
    }

    private static Question question(Telegram telegram, Segment query) {
        var parameters = new TreeMap<String, String>();
        parameters.put("QPD-3", query.raw(3));
        if (query.has(4) || !query.raw(4).isEmpty()) {
            parameters.put("QPD-4", query.raw(4));
        }
        return new Question(NAME, telegram.message().controlId(), parameters);
    }

    /// No name: the profile wants an empty first repetition of PID-5 and a second one of type S.
    private static Reply found(QueryReply reply, List<Identifier> others) {
        var answer = reply.found(1, 0, 0);
        var patient = answer.segment("PID");
        others.forEach(other -> patient.addNumber(
                3, other.value(), other.domain().namespace(), other.domain().oid(), "PI"));
        patient.setSecond(5, "", "", "", "", "", "", "S");
        return answer;
    }
}

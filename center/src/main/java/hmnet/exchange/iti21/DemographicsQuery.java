package hmnet.exchange.iti21;

import hmnet.exchange.callers.Caller;
import hmnet.exchange.callers.Domains;
import hmnet.exchange.callers.QueryTrail;
import hmnet.exchange.callers.Question;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.personquery.Candidate;
import hmnet.exchange.personquery.Findings;
import hmnet.exchange.personquery.Page;
import hmnet.exchange.personquery.PersonSearch;
import hmnet.exchange.personquery.QueryContinuations;
import hmnet.exchange.personquery.QueryContinuations.Rest;
import hmnet.exchange.personquery.Traits;
import hmnet.exchange.telegrams.Admittance;
import hmnet.exchange.telegrams.AssigningAuthority;
import hmnet.exchange.telegrams.ParsedQuery;
import hmnet.exchange.telegrams.QueryReply;
import hmnet.exchange.telegrams.Senders;
import hmnet.formats.base.hl7.Segment;
import hmnet.ground.mllp.Fault;
import hmnet.ground.mllp.Fault.Hl7ErrorCode;
import hmnet.ground.mllp.Reply;
import hmnet.ground.mllp.Reply.Acknowledgement;
import hmnet.ground.mllp.Telegram;
import hmnet.ground.mllp.Transaction;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// QBP^Q22 → RSP^K22 (ITI-21 §3.21.4): people by what is known of them, RCP-2 at a time, the rest by DSC;
/// QCN^J01 ends what is not wanted any more.
@Component
class DemographicsQuery implements Transaction {
    private static final String NAME = "ITI-21";
    private static final String CANCEL = "QCN^J01";
    private static final Fault INDIVIDUAL =
            new Fault("QPD^1^3", Hl7ErrorCode.DATA_TYPE, "An individual number (My Number) is never taken");
    private final Senders senders;
    private final PersonSearch search;
    private final Domains domains;
    private final QueryTrail trail;
    private final QueryContinuations<String> queryContinuations;

    DemographicsQuery(Senders senders, PersonSearch search, QueryTrail trail, Domains domains, Clock clock) {
        this.senders = senders;
        this.search = search;
        this.trail = trail;
        this.domains = domains;
        this.queryContinuations = new QueryContinuations<>(clock);
    }

    @Override
    public Set<String> types() {
        return Set.of("QBP^Q22", CANCEL);
    }

    @Override
    public Reply answer(Telegram telegram) {
        return switch (senders.admit(telegram, TransactionGroup.PDQ, NAME)) {
            case Admittance.Admitted(var caller) ->
                telegram.type().equals(CANCEL) ? cancel(telegram) : query(caller, telegram);
            case Admittance.Refused(var fault) -> Reply.acknowledging(telegram, Acknowledgement.AR, fault);
        };
    }

    private Reply cancel(Telegram telegram) {
        var cancelled = telegram.message().first("QID");
        if (cancelled == null || !cancelled.has(1)) {
            return Reply.acknowledging(
                    telegram, Acknowledgement.AE, new Fault("QID^1^1", Hl7ErrorCode.REQUIRED_FIELD, "Which query"));
        }
        queryContinuations.cancel(telegram.facility(), cancelled.text(1));
        return Reply.acknowledging(telegram, Acknowledgement.AA);
    }

    private Reply query(Caller caller, Telegram telegram) {
        var query = telegram.message().first("QPD");
        if (query == null) {
            return Reply.acknowledging(
                    telegram, Acknowledgement.AR, new Fault("QPD", Hl7ErrorCode.SEGMENT_SEQUENCE, "QPD is missing"));
        }
        var reply = new QueryReply(telegram, query, "RSP^K22^RSP_K21");
        for (var required : List.of(1, 2, 3)) {
            if (query.raw(required).isEmpty()) {
                return bad(
                        caller,
                        telegram,
                        query,
                        reply,
                        List.of(new Fault("QPD^1^" + required, Hl7ErrorCode.REQUIRED_FIELD, "")));
            }
        }
        var unknown = unknown(caller, wanted(query));
        if (!unknown.isEmpty()) {
            return bad(caller, telegram, query, reply, unknown);
        }
        return switch (Iti21Parameters.read(query)) {
            case ParsedQuery.Wrong(var fault) -> bad(caller, telegram, query, reply, List.of(fault));
            case ParsedQuery.Understood(var traits) -> page(caller, telegram, query, traits, reply);
        };
    }

    /// What is wrong with a query stands in the log and is said, with the query itself, unless an individual
    /// number (個人番号) stands in it.
    private Reply bad(Caller caller, Telegram telegram, Segment query, QueryReply reply, List<Fault> faults) {
        return trail.objected(caller, question(telegram, query), "wrong parameter")
                ? reply.wrongUnrepeated(INDIVIDUAL)
                : reply.wrong(faults);
    }

    private static Question question(Telegram telegram, Segment query) {
        var written = Iti21Parameters.written(query);
        if (!query.raw(8).isEmpty()) {
            written.put("QPD-8", query.raw(8));
        }
        return new Question(NAME, telegram.message().controlId(), written).knowing(Iti21Parameters.times(query));
    }

    private Reply page(Caller caller, Telegram telegram, Segment query, Traits traits, QueryReply reply) {
        var pointer = pointer(telegram);
        var told = List.<String>of();
        if (!pointer.isEmpty()) {
            var rest = queryContinuations
                    .at(pointer, telegram.facility())
                    .filter(kept -> kept.question().equals(parameters(query)));
            if (rest.isEmpty()) {
                return bad(
                        caller,
                        telegram,
                        query,
                        reply,
                        List.of(new Fault(
                                "DSC^1^1",
                                Hl7ErrorCode.UNKNOWN_KEY,
                                "Nothing is continued here. Ask from the beginning.")));
            }
            told = rest.map(Rest::told).orElseThrow();
        }
        var domainsWanted = wanted(query).stream()
                .flatMap(assigningAuthority -> assigningAuthority.in(domains, caller).stream())
                .toList();
        return answer(caller, telegram, query, traits, new Page(domainsWanted, told, limit(telegram)), reply);
    }

    private Reply answer(Caller caller, Telegram telegram, Segment query, Traits traits, Page page, QueryReply reply) {
        return switch (search.find(caller, question(telegram, query), traits, page::cut)) {
            case Findings.Found(var candidates) -> {
                queryContinuations.end(pointer(telegram), telegram.facility());
                yield candidates.isEmpty() ? reply.nobody() : found(telegram, query, page, reply, candidates);
            }
            case Findings.TooMany(var most) ->
                reply.wrong(List.of(new Fault(
                        "QPD^1^3", Hl7ErrorCode.INTERNAL, "More than " + most + " people. Say more of them.")));
            case Findings.OverLimit() ->
                reply.wrong(List.of(new Fault("QPD^1^3", Hl7ErrorCode.INTERNAL, QueryTrail.OVER_LIMIT)));
            case Findings.TooVague() ->
                reply.wrong(List.of(new Fault(
                        "QPD^1^3", Hl7ErrorCode.REQUIRED_FIELD, "A number, birth date or telephone number is needed")));
            case Findings.UnknownDomain(var domain) ->
                reply.wrong(List.of(new Fault("QPD^1^3", Hl7ErrorCode.UNKNOWN_KEY, "Unknown domain")));
            case Findings.IndividualNumber() -> reply.wrongUnrepeated(INDIVIDUAL);
        };
    }

    private Reply found(Telegram telegram, Segment query, Page page, QueryReply reply, List<Candidate> candidates) {
        var answer = reply.found(candidates.size(), page.total(), page.left());
        var number = 0;
        for (var candidate : candidates) {
            PatientLine.write(answer.segment("PID"), ++number, candidate.said(), page.numbers(candidate));
        }
        if (page.left() > 0) {
            var pointer = queryContinuations.keep(
                    telegram.facility(), query.text(2), parameters(query), page.toldAfter(candidates));
            answer.segment("DSC").set(1, pointer).set(2, "I");
        }
        return answer;
    }

    /// What the next page has to ask for as well, in few bytes.
    private static String parameters(Segment query) {
        try {
            var asked = query.raw(3) + "|" + query.raw(8);
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(asked.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    /// Where the query goes on, DSC-1; empty for a new one.
    private static String pointer(Telegram telegram) {
        var pointer = telegram.message().first("DSC");
        return pointer == null ? "" : pointer.text(1);
    }

    /// RCP-2, such as `10^RD`; all that may be told at once without it.
    private static int limit(Telegram telegram) {
        var control = telegram.message().first("RCP");
        var wish = control == null ? "" : control.text(2, 1);
        return wish.matches("[1-9]\\d{0,3}")
                ? Math.min(Integer.parseInt(wish), PersonSearch.TOLD_MAX)
                : PersonSearch.TOLD_MAX;
    }

    private static List<AssigningAuthority> wanted(Segment query) {
        return IntStream.rangeClosed(1, query.repetitions(8))
                .mapToObj(repetition -> AssigningAuthority.of(query, 8, repetition))
                .filter(AssigningAuthority::isNamed)
                .toList();
    }

    private List<Fault> unknown(Caller caller, List<AssigningAuthority> wanted) {
        return wanted.stream()
                .filter(assigningAuthority ->
                        assigningAuthority.in(domains, caller).isEmpty())
                .map(assigningAuthority -> new Fault(
                        "QPD^1^8^" + assigningAuthority.repetition(), Hl7ErrorCode.UNKNOWN_KEY, "Unknown domain"))
                .toList();
    }
}

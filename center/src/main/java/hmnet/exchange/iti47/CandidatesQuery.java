package hmnet.exchange.iti47;

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
import hmnet.exchange.personquery.Traits;
import hmnet.exchange.telegrams.Admittance;
import hmnet.exchange.telegrams.ParsedQuery;
import hmnet.exchange.v3.CheckedText;
import hmnet.exchange.v3.Element;
import hmnet.exchange.v3.InstanceId;
import hmnet.exchange.v3.Markup;
import hmnet.exchange.v3.QueryAnswer;
import hmnet.exchange.v3.V3Answer;
import hmnet.exchange.v3.V3Door;
import hmnet.exchange.v3.V3Message;
import hmnet.exchange.v3.V3Senders;
import hmnet.ground.mllp.Fault;
import hmnet.ground.mllp.Fault.Hl7ErrorCode;
import hmnet.ground.mllp.Reply.Acknowledgement;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// PRPA_IN201305UV02 → PRPA_IN201306UV02 (ITI-47 §3.47.4): people by what is known of them,
/// `initialQuantity` at a time, the rest by QUQI_IN000003UV01; its cancellation ends what is not wanted any
/// more.
@Component
class CandidatesQuery implements V3Door {
    private static final String NAME = "ITI-47";
    private static final String QUERY = Element.V3 + ":PRPA_IN201305UV02";
    private static final String CONTINUE = Element.V3 + ":QUQI_IN000003UV01_Continue";
    private static final String CANCEL = Element.V3 + ":QUQI_IN000003UV01_Cancel";
    private static final String PLACE = "/PRPA_IN201305UV02/controlActProcess/queryByParameter";
    private static final String CONTINUATION = "/QUQI_IN000003UV01/controlActProcess/queryContinuation";
    private static final Fault INDIVIDUAL = new Fault(
            PLACE + "/parameterList", Hl7ErrorCode.DATA_TYPE, "An individual number (My Number) is never taken");

    /// Of a query that is kept until its last page is asked for.
    private static final int CONTINUED_MAX = 16_384;

    private final V3Senders senders;
    private final PersonSearch search;
    private final Domains domains;
    private final QueryTrail trail;
    private final QueryContinuations<Element> queryContinuations;

    CandidatesQuery(V3Senders senders, PersonSearch search, QueryTrail trail, Domains domains, Clock clock) {
        this.senders = senders;
        this.search = search;
        this.trail = trail;
        this.domains = domains;
        this.queryContinuations = new QueryContinuations<>(clock);
    }

    @Override
    public Set<String> actions() {
        return Set.of(QUERY, CONTINUE, CANCEL);
    }

    @Override
    public Element answer(V3Message asked) {
        return switch (senders.admit(asked, TransactionGroup.PDQ, NAME)) {
            case Admittance.Admitted(var caller) -> answer(caller, asked);
            case Admittance.Refused(var fault) ->
                asked.action().equals(CANCEL)
                        ? V3Answer.acknowledging(asked, Acknowledgement.AR, fault)
                        : reply(asked, query(asked)).refused(fault);
        };
    }

    private static QueryAnswer reply(V3Message asked, Element query) {
        return new QueryAnswer(asked, query, "PRPA_IN201306UV02");
    }

    private static Element query(V3Message asked) {
        return asked.act()
                .find("queryByParameter")
                .or(() -> asked.act().find("queryContinuation"))
                .orElse(Element.of("none"));
    }

    private Element answer(Caller caller, V3Message asked) {
        var query = query(asked);
        var tag = tag(query);
        if (tag.isEmpty()) {
            return bad(caller, asked, query, new Fault(PLACE + "/queryId", Hl7ErrorCode.REQUIRED_FIELD, "Which query"));
        }
        return switch (asked.action()) {
            case CANCEL -> {
                queryContinuations.cancel(asked.facility(), tag);
                yield V3Answer.acknowledging(asked, Acknowledgement.AA);
            }
            case CONTINUE -> next(caller, asked, query, tag);
            default -> {
                queryContinuations.cancel(asked.facility(), tag);
                yield first(caller, asked, query);
            }
        };
    }

    private Element first(Caller caller, V3Message asked, Element query) {
        if (query.find("responsePriorityCode", "code").equals("D")) {
            var deferred = new Fault(
                    PLACE + "/responsePriorityCode", Hl7ErrorCode.TABLE_VALUE, "Answers are not deferred here");
            return bad(caller, asked, query, deferred);
        }
        var most = quantity(query, "initialQuantity");
        if (most > 0 && Markup.text(query).length() > CONTINUED_MAX) {
            var tooLong = new Fault(
                    PLACE + "/initialQuantity",
                    Hl7ErrorCode.DATA_TYPE,
                    "A query that is answered in pages has at most " + CONTINUED_MAX + " characters");
            return bad(caller, asked, query, tooLong);
        }
        return page(caller, asked, query, List.of(), most);
    }

    /// What is wrong with a query stands in the log and is said, with the query itself, unless an individual
    /// number (個人番号) stands in it.
    private Element bad(Caller caller, V3Message asked, Element query, Fault fault) {
        return objected(caller, asked, query, reply -> reply.badParameter(fault));
    }

    private Element objected(Caller caller, V3Message asked, Element query, Function<QueryAnswer, Element> saying) {
        var reply = reply(asked, query);
        return trail.objected(caller, question(asked, query), "wrong parameter")
                ? reply.badUnrepeated(INDIVIDUAL)
                : saying.apply(reply);
    }

    private static Question question(V3Message asked, Element query) {
        var list = query.find("parameterList").orElse(Element.of("none"));
        return new Question(NAME, asked.questionId(), CheckedText.parameters(list)).knowing(CheckedText.known(list));
    }

    /// The page that begins with `startResultNumber`, else the next one.
    private Element next(Caller caller, V3Message asked, Element continuation, String tag) {
        var rest = queryContinuations.tagged(asked.facility(), tag);
        var start = quantity(continuation, "startResultNumber");
        var told = rest.map(QueryContinuations.Rest::told).orElse(List.of());
        if (rest.isEmpty() || start > told.size() + 1) {
            return reply(asked, continuation)
                    .wrong(List.of(new Fault(
                            CONTINUATION + "/queryId",
                            Hl7ErrorCode.UNKNOWN_KEY,
                            "Nothing is continued here. Ask from the beginning.")));
        }
        var query = rest.get().question();
        var most = quantity(continuation, "continuationQuantity");
        return page(
                caller,
                asked,
                query,
                start == 0 ? told : told.subList(0, start - 1),
                most == 0 ? quantity(query, "initialQuantity") : most);
    }

    private Element page(Caller caller, V3Message asked, Element query, List<String> told, int most) {
        var list = query.find("parameterList").orElse(Element.of("none"));
        var wanted = Iti47Parameters.wanted(list);
        var unknown = IntStream.range(0, wanted.size())
                .filter(n -> domains.find(wanted.get(n), caller).isEmpty())
                .mapToObj(n -> new Fault(
                        PLACE + "/parameterList/otherIDsScopingOrganization[" + (n + 1) + "]/value/@root",
                        Hl7ErrorCode.UNKNOWN_KEY,
                        "Unknown domain"))
                .toList();
        if (!unknown.isEmpty()) {
            return objected(caller, asked, query, reply -> reply.wrong(unknown));
        }
        var domainsWanted = wanted.stream()
                .flatMap(name -> domains.find(name, caller).stream())
                .toList();
        var limit = most == 0 ? PersonSearch.TOLD_MAX : Math.min(most, PersonSearch.TOLD_MAX);
        return switch (Iti47Parameters.read(list)) {
            case ParsedQuery.Wrong(var fault) -> bad(caller, asked, query, fault);
            case ParsedQuery.Understood(var traits) ->
                found(caller, asked, query, traits, new Page(domainsWanted, told, limit));
        };
    }

    private Element found(Caller caller, V3Message asked, Element query, Traits traits, Page page) {
        var reply = reply(asked, query);
        return switch (search.find(caller, question(asked, query), traits, page::cut)) {
            case Findings.Found(var candidates) -> told(asked, query, page, candidates, reply);
            case Findings.TooMany(var most) ->
                reply.wrong(List.of(new Fault(
                        PLACE + "/parameterList",
                        Hl7ErrorCode.INTERNAL,
                        "More than " + most + " people. Say more of them.")));
            case Findings.OverLimit() ->
                reply.wrong(List.of(new Fault(PLACE + "/parameterList", Hl7ErrorCode.INTERNAL, QueryTrail.OVER_LIMIT)));
            case Findings.TooVague() ->
                reply.badParameter(new Fault(
                        PLACE + "/parameterList",
                        Hl7ErrorCode.REQUIRED_FIELD,
                        "A number, birth date or telephone number is needed"));
            case Findings.UnknownDomain(var domain) ->
                reply.wrong(List.of(new Fault(
                        PLACE + "/parameterList/livingSubjectId/value/@root",
                        Hl7ErrorCode.UNKNOWN_KEY,
                        "Unknown domain")));
            case Findings.IndividualNumber() -> reply.badUnrepeated(INDIVIDUAL);
        };
    }

    /// As the page stands, what was kept for it is replaced by what is left.
    private Element told(V3Message asked, Element query, Page page, List<Candidate> candidates, QueryAnswer reply) {
        queryContinuations.cancel(asked.facility(), tag(query));
        if (page.left() > 0) {
            queryContinuations.keep(asked.facility(), tag(query), query, page.toldAfter(candidates));
        }
        if (candidates.isEmpty()) {
            return reply.nobody();
        }
        var centre = domains.centre();
        var subjects = candidates.stream()
                .map(candidate -> FoundPatient.written(candidate.said(), page.numbers(candidate), centre))
                .toList();
        return reply.found(subjects, page.total(), page.left());
    }

    /// By which the caller names its query.
    private static String tag(Element query) {
        return query.find("queryId")
                .map(InstanceId::of)
                .map(id -> (id.root() + "^" + id.extension()).replaceFirst("^\\^$", ""))
                .orElse("");
    }

    /// 0 when it is not said.
    private static int quantity(Element query, String name) {
        var wish = query.find(name, "value");
        return wish.matches("[1-9]\\d{0,3}") ? Integer.parseInt(wish) : 0;
    }
}

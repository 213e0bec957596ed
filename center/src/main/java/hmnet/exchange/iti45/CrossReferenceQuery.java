package hmnet.exchange.iti45;

import hmnet.exchange.callers.Caller;
import hmnet.exchange.callers.Domains;
import hmnet.exchange.callers.Identifier;
import hmnet.exchange.callers.QueryTrail;
import hmnet.exchange.callers.Question;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.exchange.personquery.CrossReference;
import hmnet.exchange.personquery.CrossReferences;
import hmnet.exchange.telegrams.Admittance;
import hmnet.exchange.v3.CheckedText;
import hmnet.exchange.v3.Element;
import hmnet.exchange.v3.InstanceId;
import hmnet.exchange.v3.QueryAnswer;
import hmnet.exchange.v3.V3Answer;
import hmnet.exchange.v3.V3Door;
import hmnet.exchange.v3.V3Message;
import hmnet.exchange.v3.V3Senders;
import hmnet.ground.mllp.Fault;
import hmnet.ground.mllp.Fault.Hl7ErrorCode;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/// PRPA_IN201309UV02 → PRPA_IN201310UV02 (ITI-45 §3.45.4): which numbers elsewhere are the same patient's.
/// The cases of the profile are the cases of `CrossReference`.
@Component
class CrossReferenceQuery implements V3Door {
    private static final String NAME = "ITI-45";
    private static final String QUERY = "/PRPA_IN201309UV02/controlActProcess/queryByParameter";
    private static final String PARAMETERS = QUERY + "/parameterList";
    private static final Fault INDIVIDUAL = new Fault(
            PARAMETERS + "/patientIdentifier/value",
            Hl7ErrorCode.DATA_TYPE,
            "An individual number (My Number) is never taken");
    private final V3Senders senders;
    private final CrossReferences references;
    private final QueryTrail trail;
    private final Domains domains;

    CrossReferenceQuery(V3Senders senders, CrossReferences references, QueryTrail trail, Domains domains) {
        this.senders = senders;
        this.references = references;
        this.trail = trail;
        this.domains = domains;
    }

    @Override
    public Set<String> actions() {
        return Set.of(Element.V3 + ":PRPA_IN201309UV02");
    }

    @Override
    public Element answer(V3Message asked) {
        var query = asked.act().find("queryByParameter").orElse(Element.of("none"));
        var answer = new QueryAnswer(asked, query, "PRPA_IN201310UV02");
        return switch (senders.admit(asked, TransactionGroup.PIX, NAME)) {
            case Admittance.Admitted(var caller) -> answer(caller, asked, query, answer);
            case Admittance.Refused(var fault) -> answer.refused(fault);
        };
    }

    private Element answer(Caller caller, V3Message asked, Element query, QueryAnswer answer) {
        var parameters = query.find("parameterList").orElse(Element.of("none"));
        var numbers = values(parameters, "patientIdentifier");
        if (query.find("queryId").isEmpty()
                || numbers.size() != 1
                || numbers.getFirst().extension().isEmpty()) {
            return trail.objected(caller, question(asked, parameters), "wrong parameter")
                    ? answer.badUnrepeated(INDIVIDUAL)
                    : answer.badParameter(new Fault(
                            PARAMETERS + "/patientIdentifier",
                            Hl7ErrorCode.REQUIRED_FIELD,
                            "A queryId and one patientIdentifier with root and extension"));
        }
        var source = numbers.getFirst();
        var wanted = values(parameters, "dataSource").stream()
                .map(InstanceId::giver)
                .filter(giver -> !giver.isEmpty())
                .toList();
        return switch (references.of(caller, question(asked, parameters), source.giver(), source.extension(), wanted)) {
            case CrossReference.Known(var others, var person) ->
                others.isEmpty() ? answer.nobody() : answer.found(List.of(registration(others)), 1, 0);
            case CrossReference.UnknownNumber() ->
                answer.wrong(List.of(unknown("/patientIdentifier/value/@extension", "Unknown patient ID")));
            case CrossReference.UnknownSource(var domain) ->
                answer.wrong(List.of(unknown("/patientIdentifier/value/@root", "Unknown domain of the patient ID")));
            case CrossReference.UnknownTarget(var domain, var first) -> answer.wrong(unknown(caller, wanted));
            case CrossReference.OverLimit() ->
                answer.wrong(List.of(
                        new Fault(PARAMETERS + "/patientIdentifier", Hl7ErrorCode.INTERNAL, QueryTrail.OVER_LIMIT)));
            case CrossReference.IndividualNumber() -> answer.badUnrepeated(INDIVIDUAL);
        };
    }

    private static List<InstanceId> values(Element parameters, String name) {
        return parameters.children(name).stream()
                .flatMap(parameter -> parameter.children("value").stream())
                .map(InstanceId::of)
                .toList();
    }

    /// The profile names every unknown domain, not only the first.
    private List<Fault> unknown(Caller caller, List<String> wanted) {
        return IntStream.range(0, wanted.size())
                .filter(n -> domains.find(wanted.get(n), caller).isEmpty())
                .mapToObj(n -> unknown("/dataSource[" + (n + 1) + "]/value/@root", "Unknown domain"))
                .toList();
    }

    private static Fault unknown(String where, String text) {
        return new Fault(PARAMETERS + where, Hl7ErrorCode.UNKNOWN_KEY, text);
    }

    private static Question question(V3Message asked, Element parameters) {
        return new Question(NAME, asked.questionId(), CheckedText.parameters(parameters));
    }

    private Element registration(List<Identifier> others) {
        var ids = others.stream().map(InstanceId::written).toList();
        return V3Answer.registration(V3Answer.patient(ids, V3Answer.unnamed(), domains.centre()), domains.centre());
    }
}

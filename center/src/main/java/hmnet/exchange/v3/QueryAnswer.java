package hmnet.exchange.v3;

import hmnet.ground.mllp.Fault;
import hmnet.ground.mllp.Reply.Acknowledgement;
import java.util.List;

/// An answer to a query by parameter (照会の応答, QUQI_MT120001): what was found, how the query fared, and
/// the query itself said back.
public final class QueryAnswer {
    private static final String INTERACTION = "_IN";
    private static final String TRIGGER = "_TE";
    private final V3Message asked;
    private final Element queryId;
    private final List<Element> repeated;
    private final String interaction;

    /// @param query the `queryByParameter` that is answered
    /// @param interaction such as `PRPA_IN201310UV02`
    public QueryAnswer(V3Message asked, Element query, String interaction) {
        this.asked = asked;
        this.queryId = query.find("queryId").orElse(Element.of("queryId").with("nullFlavor", "NI"));
        this.repeated = query.local().equals("queryByParameter") ? List.of(query) : List.of();
        this.interaction = interaction;
    }

    /// Somebody was found.
    ///
    /// @param subjects registrations, one for each
    public Element found(List<Element> subjects, int total, int left) {
        return answer(Acknowledgement.AA, List.of(), "OK", subjects, List.of(total, subjects.size(), left), repeated);
    }

    /// Understood, and nobody there.
    public Element nobody() {
        return answer(Acknowledgement.AA, List.of(), "NF", List.of(), List.of(0, 0, 0), repeated);
    }

    /// The query could not be answered.
    public Element wrong(List<Fault> faults) {
        return answer(Acknowledgement.AE, faults, "AE", List.of(), List.of(), repeated);
    }

    /// A parameter is not as it must be.
    public Element badParameter(Fault fault) {
        return answer(Acknowledgement.AE, List.of(fault), "QE", List.of(), List.of(), repeated);
    }

    /// The query holds what may not be said back, not even to who said it.
    public Element badUnrepeated(Fault fault) {
        return answer(Acknowledgement.AE, List.of(fault), "QE", List.of(), List.of(), List.of());
    }

    /// Who asks is not let in; nothing was looked at, nothing is said back.
    public Element refused(Fault fault) {
        return answer(Acknowledgement.AR, List.of(fault), "AE", List.of(), List.of(), List.of());
    }

    private Element answer(
            Acknowledgement word,
            List<Fault> faults,
            String outcome,
            List<Element> subjects,
            List<Integer> quantities,
            List<Element> query) {
        var act = V3Answer.act(interaction.replace(INTERACTION, TRIGGER))
                .addAll(subjects)
                .add(status(outcome, quantities))
                .addAll(query);
        return V3Answer.to(asked, interaction, word, faults).add(act);
    }

    private Element status(String outcome, List<Integer> quantities) {
        var done = outcome.equals("OK") || outcome.equals("NF");
        var status = Element.of("queryAck")
                .add(
                        queryId,
                        V3Answer.code("statusCode", done ? "deliveredResponse" : "aborted"),
                        V3Answer.code("queryResponseCode", outcome));
        var names = List.of("resultTotalQuantity", "resultCurrentQuantity", "resultRemainingQuantity");
        for (var n = 0; n < quantities.size(); n++) {
            status.add(Element.of(names.get(n)).with("value", String.valueOf(quantities.get(n))));
        }
        return status;
    }
}

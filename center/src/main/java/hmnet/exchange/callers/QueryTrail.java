package hmnet.exchange.callers;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.limits.ReadingLimits;
import hmnet.people.patients.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The audit events of a question (照会の証跡; ATNA, BALP): one in the log of each person told of, which
/// names nobody else; one of the centre when charts without a person were told of, or nobody.
@Component
public class QueryTrail {
    /// What a caller over the limit is told.
    public static final String OVER_LIMIT =
            "Told of far more people in an hour than is usual. Ask again later, or telephone the office.";

    private final Audit audit;
    private final ReadingLimits limits;

    QueryTrail(Audit audit, ReadingLimits limits) {
        this.audit = audit;
        this.limits = limits;
    }

    /// Whether the caller may be told of these people; a refusal stands in the log. Beyond the limit it is not told
    /// either that there is nobody: that would tell of whom there is somebody.
    ///
    /// @param others charts of the caller's own that belong to no known person
    public boolean admits(Caller caller, Question question, Collection<PersonId> people, int others) {
        var admitted = people.isEmpty() && others == 0
                ? limits.answersAboutNobody(caller.facility())
                : limits.admit(
                        caller.facility(), people.stream().map(PersonId::value).toList());
        if (!admitted) {
            refused(caller, question, "over the limit of an hour");
        }
        return admitted;
    }

    public void told(Caller caller, Question question, Collection<PersonId> people, int others) {
        people.forEach(person -> write(Action.PERSON_QUERIED, caller, question, person, "told", Map.of()));
        if (people.isEmpty() || others > 0) {
            write(
                    Action.PERSON_QUERIED,
                    caller,
                    question,
                    null,
                    others > 0 ? "told" : "nobody",
                    Map.of("charts", String.valueOf(others)));
        }
    }

    public void refused(Caller caller, Question question, String why) {
        write(Action.QUERY_REFUSED, caller, question, null, why, Map.of());
    }

    /// A question that is wrong in itself, so that nothing was looked up for it. Whether an individual number
    /// (個人番号) stands in it: then it is not said back, and nothing of it is kept.
    @Transactional
    public boolean objected(Caller caller, Question question, String why) {
        var individual = question.namesIndividual("", List.of());
        refused(caller, individual ? question.withoutParameters() : question, individual ? "individual number" : why);
        return individual;
    }

    private void write(
            Action action,
            Caller caller,
            Question question,
            @Nullable PersonId person,
            String outcome,
            Map<String, String> more) {
        var detail = new TreeMap<>(more);
        detail.put("transaction", question.transaction());
        detail.put("query", question.written());
        detail.put("request", question.id());
        detail.put("scope", caller.scope().word());
        audit.write(Trace.of(action, Actor.facility(caller.facility().value()), outcome)
                .about(person == null ? null : person.value())
                .with(detail));
    }
}

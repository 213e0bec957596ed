package hmnet.exchange.feeds;

import hmnet.exchange.callers.Caller;
import hmnet.exchange.callers.QueryTrail;
import hmnet.exchange.callers.Question;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.FacilityId;
import java.util.Collection;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The audit events of identity feeds (患者登録の証跡): the person is not known yet, so they stand in the centre's own
/// log.
@Component
public class FeedTrail {
    private final Audit audit;
    private final QueryTrail queries;

    FeedTrail(Audit audit, QueryTrail queries) {
        this.audit = audit;
        this.queries = queries;
    }

    /// Whether an individual number (個人番号) stands in a message, which is refused then, with nothing kept
    /// of it.
    ///
    /// @param charts chart numbers that the facility really gave are none
    @Transactional
    public boolean refused(Caller caller, Question question, Collection<String> charts) {
        var individual = question.namesIndividual("", charts);
        if (individual) {
            queries.refused(caller, question.withoutParameters(), "individual number");
        }
        return individual;
    }

    /// A message is not taken, and nothing is kept of it.
    ///
    /// @param where in the message it is wrong
    @Transactional
    public void objected(FacilityId facility, String transaction, String where) {
        audit.write(Trace.of(Action.RECORDS_RECEIVED_REFUSED, Actor.facility(facility.value()), "refused")
                .with("transaction", transaction)
                .with("where", where));
    }

    /// A message stands in the inbox.
    @Transactional
    public void kept(Caller caller, String transaction, long inbox) {
        audit.write(
                Trace.of(Action.IDENTITY_FED, Actor.facility(caller.facility().value()), "kept")
                        .with("transaction", transaction)
                        .with("inbox", Long.toString(inbox)));
    }
}

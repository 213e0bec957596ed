package hmnet.records;

import hmnet.audit.Action;
import hmnet.audit.Audit;
import hmnet.audit.Trace;
import hmnet.consent.Decision;
import hmnet.consent.Decisions;
import hmnet.consent.Grant;
import hmnet.consent.Purpose;
import hmnet.directory.Requester;
import hmnet.identity.PersonId;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The one door to records (診療情報の開示). There is no chart without a decision, and no decision without
/// its trace.
@Component
public class Charts {
    private final Decisions decisions;
    private final Audit audit;
    private final JdbcClient db;
    private final JdbcTemplate statements;
    private final Envelopes envelopes;
    private final TransactionTemplate transaction;

    Charts(
            Decisions decisions,
            Audit audit,
            JdbcClient db,
            JdbcTemplate statements,
            Envelopes envelopes,
            PlatformTransactionManager transactions) {
        this.decisions = decisions;
        this.audit = audit;
        this.db = db;
        this.statements = statements;
        this.envelopes = envelopes;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Asks for a person's chart and uses what comes of it, all in one transaction: it holds the person's
    /// consent, writes the audit event, and what `use` made is returned only after the commit. What `use`
    /// returns must be complete: nothing of the chart can be read afterwards.
    ///
    /// @param what the view that is asked for, as it stands in the audit event
    public <T> T open(Requester requester, PersonId person, Purpose purpose, String what, Function<Opening, T> use) {
        return open(requester, person, purpose, View.of(what), use);
    }

    /// The same for a view that may be of one record.
    public <T> T open(Requester requester, PersonId person, Purpose purpose, View what, Function<Opening, T> use) {
        return java.util.Objects.requireNonNull(transaction.execute(status -> {
            var opening = decide(requester, person);
            trace(requester, person, purpose, what, opening);
            return use.apply(opening);
        }));
    }

    /// What the chart would show, before it is opened: to one with a tie, within the grant, and audited like
    /// a chart.
    public Optional<Glance> glance(Requester requester, PersonId person) {
        return open(requester, person, Purpose.TREATMENT, "glance", opening -> switch (opening) {
            case Opening.Opened(var chart) -> Optional.of(chart.glance());
            case Opening.Closed(var reason) -> Optional.<Glance>empty();
        });
    }

    private Opening decide(Requester requester, PersonId person) {
        return switch (decisions.decide(requester, person)) {
            case Decision.Granted(var known, var grant) -> {
                var doubled = letThrough(grant);
                yield new Opening.Opened(new Chart(known, grant, statements, envelopes, doubled));
            }
            case Decision.Refused(var reason) -> new Opening.Closed(reason);
        };
    }

    /// Row-level security shows this transaction the granted patients and no others. Returns whether some of
    /// their rows are hidden as doubles, so that a chart without any asks nothing more.
    private boolean letThrough(Grant grant) {
        var patients = grant.lines().stream()
                .map(line -> Long.toString(line.patient().value()))
                .distinct()
                .collect(Collectors.joining(",", "{", "}"));
        return db.sql("""
                        select set_config('hmnet.patients', :patients, true),
                               exists (select from record_double where patient = any(:patients::bigint[]) and hidden) as doubled""")
                .param("patients", patients)
                .query((row, number) -> row.getBoolean("doubled"))
                .single();
    }

    private void trace(Requester requester, PersonId person, Purpose purpose, View what, Opening opening) {
        var detail = what.detail(opening);
        var trace = switch (opening) {
            case Opening.Opened opened -> of(Action.CHART_OPENED, requester, person, purpose, "opened", detail);
            case Opening.Closed(var reason) ->
                of(Action.CHART_REFUSED, requester, person, purpose, reason.name(), detail);
        };
        audit.write(trace);
    }

    private static Trace of(
            Action action,
            Requester requester,
            PersonId person,
            Purpose purpose,
            String outcome,
            SortedMap<String, String> detail) {
        return new Trace(
                action,
                "staff:" + requester.staff().value(),
                requester.facility().value(),
                requester.profession().word(),
                person.value(),
                purpose.code(),
                outcome,
                detail);
    }
}

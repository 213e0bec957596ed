package hmnet.record.charts;

import hmnet.consent.consents.EmergencyDoor;
import hmnet.consent.consents.Purpose;
import hmnet.consent.decisions.Decision;
import hmnet.consent.decisions.Decisions;
import hmnet.consent.decisions.OwnDecisions;
import hmnet.consent.thirdparty.ProvidedKinds;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.limits.ReadingLimits;
import hmnet.ground.routes.EndedRight;
import hmnet.ground.routes.RightWatch;
import hmnet.people.patients.PersonId;
import hmnet.record.vault.Envelopes;
import hmnet.record.vault.RowSeals;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The one door to records (診療情報の開示). There is no chart without a decision, and no decision without
/// its trace.
@Component
public class Charts {
    /// Shows the transaction the rows of the granted patients and no others, and tells whether some of
    /// them are hidden as doubles, so that a chart without any asks nothing more.
    private static final String LET_THROUGH = """
            set_config('hmnet.patients', ?, true),
            exists (select from record_double d where d.patient = any(?::bigint[]) and d.hidden) as doubled""";

    private static final Collector<CharSequence, ?, String> ARRAY = Collectors.joining(",", "{", "}");

    private final Decisions decisions;
    private final OwnDecisions ownDecisions;
    private final ReadingLimits limits;
    private final Audit audit;
    private final JdbcClient db;
    private final JdbcTemplate statements;
    private final Envelopes envelopes;
    private final RowSeals seals;
    private final TransactionTemplate transaction;

    Charts(
            Decisions decisions,
            OwnDecisions ownDecisions,
            ReadingLimits limits,
            Audit audit,
            JdbcClient db,
            JdbcTemplate statements,
            Envelopes envelopes,
            RowSeals seals,
            PlatformTransactionManager transactions) {
        this.decisions = decisions;
        this.ownDecisions = ownDecisions;
        this.limits = limits;
        this.audit = audit;
        this.db = db;
        this.statements = statements;
        this.envelopes = envelopes;
        this.seals = seals;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// Asks for a person's chart and uses what comes of it, all in one transaction: it holds the person's
    /// consent, writes the audit event, and what `use` made is returned only after the commit. What `use`
    /// returns must be complete: nothing of the chart can be read afterwards.
    public <T> T open(Requester requester, PersonId person, Purpose purpose, ChartView view, Function<Opening, T> use) {
        return open(requester, person, purpose, new ViewRequest(view, Optional.empty()), use);
    }

    /// The same for a view that may be of one record.
    public <T> T open(
            Requester requester, PersonId person, Purpose purpose, ViewRequest what, Function<Opening, T> use) {
        var asked = new ChartRequest(requester, person, purpose, what, null, null);
        return Objects.requireNonNull(transaction.execute(status -> use.apply(
                switch (decisions.decide(requester, person, purpose)) {
                    case Decision.Granted granted ->
                        what.view() == ChartView.GLANCE || admits(asked, granted)
                                ? new Opening.Opened(opened(asked.through(granted), granted))
                                : refused(asked, Decision.Reason.READING_LIMIT);
                    case Decision.Refused(var reason) -> refused(asked, reason);
                })));
    }

    /// A resident's own chart, or that of whom they represent, for the resident side: the same door with the decision
    /// for residents. Each look is written as theirs, in the transaction that reads. No row is read before
    /// the event.
    public <T> T openOwn(ResidentCaller resident, ChartView view, Function<Opening, T> use) {
        var detail = new ViewRequest(view, Optional.empty()).detail();
        return Objects.requireNonNull(transaction.execute(status -> use.apply(
                switch (ownDecisions.decide(resident)) {
                    case Decision.Granted granted -> {
                        var doubled = audit.write(
                                ownTrace(resident, "opened", detail), LET_THROUGH, patients(granted), Charts::doubled);
                        yield new Opening.Opened(new Chart(null, granted, statements, envelopes, seals, doubled));
                    }
                    case Decision.Refused(var reason) -> {
                        audit.write(ownTrace(resident, "refused", detail).with("reason", reason.name()));
                        yield new Opening.Closed(reason);
                    }
                })));
    }

    /// Charts of one facility, which it opens to itself, for what the centre makes for it. One event stands for all,
    /// written by the statement that lets their rows through.
    <T> List<T> openOfFacility(List<Decision.Granted> granted, Trace trace, Function<Chart, T> use) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var numbers = granted.stream().flatMap(Charts::numbers).collect(ARRAY);
            var doubled = audit.write(trace, LET_THROUGH, List.of(numbers, numbers), Charts::doubled);
            return granted.stream()
                    .map(one -> use.apply(new Chart(null, one, statements, envelopes, seals, doubled)))
                    .toList();
        }));
    }

    private static Trace ownTrace(ResidentCaller resident, String outcome, SortedMap<String, String> detail) {
        return resident.did(Action.OWN_CHART_OPENED, outcome)
                .purpose(Purpose.PATIENT_REQUEST.code())
                .with(detail);
    }

    /// An emergency door counts, and never asks whether it may.
    private boolean admits(ChartRequest asked, Decision.Granted granted) {
        if (granted.door() != null) {
            limits.count(asked.requester(), asked.person().value());
            return true;
        }
        return limits.admit(asked.requester(), asked.person().value());
    }

    private Opening refused(ChartRequest asked, Decision.Reason reason) {
        audit.write(
                asked.trace(Action.CHART_REFUSED, reason.name(), asked.what().detail()));
        return new Opening.Closed(reason);
    }

    /// What the chart would show, before it is opened: to one with a tie, within the grant, and audited like
    /// a chart.
    public Optional<ChartPreview> glance(Requester requester, PersonId person) {
        return open(requester, person, Purpose.TREATMENT, ChartView.GLANCE, opening -> switch (opening) {
            case Opening.Opened(var chart) -> Optional.of(chart.glance());
            case Opening.Closed(var reason) -> Optional.<ChartPreview>empty();
        });
    }

    /// Row-level security shows this transaction no row of a chart before the event stands that says who
    /// opened it: the statement that writes the one lets the other through. Only what the event itself
    /// tells of is read earlier.
    private Chart opened(ChartRequest asked, Decision.Granted granted) {
        var both = patients(granted);
        if (asked.what().record().isEmpty()) {
            var doubled = audit.write(asked.trace(asked.what().detail()), LET_THROUGH, both, Charts::doubled);
            watched(asked, asked.what().detail(), now -> now.grant().covers(granted.grant()));
            return new Chart(asked.requester(), granted, statements, envelopes, seals, doubled);
        }
        var chart = let(asked, granted, both);
        var detail = asked.what().detail(chart);
        audit.write(asked.trace(detail));
        asked.what()
                .record()
                .filter(record -> chart.document(record).isPresent()) // read for the event
                .ifPresent(record -> watched(
                        asked,
                        detail,
                        now -> let(asked, now, patients(now)).place(record).isPresent()));
        return chart;
    }

    private Chart let(ChartRequest asked, Decision.Granted granted, List<String> patients) {
        var doubled = db.sql("select " + LET_THROUGH)
                .params(patients)
                .query(Charts::doubled)
                .single();
        return new Chart(asked.requester(), granted, statements, envelopes, seals, doubled);
    }

    /// What is handed out of an opened chart, a file of hours perhaps, is decided anew while it goes. That this asks
    /// stands in no event: nothing is shown by it, and nobody's reading counts twice.
    ///
    /// @param stands whether a decision made later still shows what was opened
    private void watched(ChartRequest asked, SortedMap<String, String> detail, Predicate<Decision.Granted> stands) {
        if (asked.what().view() == ChartView.GLANCE) {
            return;
        }
        RightWatch.current().ifPresent(watch -> {
            watch.follow(
                    RightWatch.SECOND,
                    () -> Objects.requireNonNull(transaction.execute(status -> ended(asked, stands))));
            watch.note((why, handedOut) -> transaction.executeWithoutResult(
                    status -> audit.write(asked.trace(Action.CHART_BROKEN_OFF, why.reason(), detail)
                            .with("bytes", Long.toString(handedOut)))));
        });
    }

    private Optional<EndedRight> ended(ChartRequest asked, Predicate<Decision.Granted> stands) {
        return switch (decisions.decide(asked.requester(), asked.person(), asked.purpose())) {
            case Decision.Granted now ->
                stands.test(now) ? Optional.empty() : Optional.of(EndedRight.ofThing("NARROWED"));
            case Decision.Refused(var reason) -> Optional.of(EndedRight.ofThing(reason.name()));
        };
    }

    /// The patients of a grant as both parameters of `LET_THROUGH`.
    private static List<String> patients(Decision.Granted granted) {
        var patients = numbers(granted).collect(ARRAY);
        return List.of(patients, patients);
    }

    private static Stream<String> numbers(Decision.Granted granted) {
        return granted.grant().lines().stream()
                .map(line -> Long.toString(line.patient().value()))
                .distinct();
    }

    private static boolean doubled(ResultSet row, int number) throws SQLException {
        return row.getBoolean("doubled");
    }

    /// @param door the emergency door through which it opened, or null
    /// @param provided whose records it could show, as `ProvidedKinds` says it; null before it opens
    private record ChartRequest(
            Requester requester,
            PersonId person,
            Purpose purpose,
            ViewRequest what,
            @Nullable EmergencyDoor door,
            @Nullable String provided) {
        ChartRequest through(Decision.Granted granted) {
            var text = ProvidedKinds.text(
                    granted.grant(), requester.facility(), what.view().mask());
            return new ChartRequest(requester, person, purpose, what, granted.door(), text);
        }

        Trace trace(SortedMap<String, String> detail) {
            var listed = what.view() == ChartView.GLANCE;
            return listed || provided == null
                    ? trace(Action.CHART_LISTED, "listed", detail)
                    : trace(Action.CHART_OPENED, "opened", detail).with(ProvidedKinds.DETAIL, provided);
        }

        Trace trace(Action action, String outcome, SortedMap<String, String> detail) {
            return requester
                    .did(action, outcome)
                    .about(person.value())
                    .purpose(purpose.code())
                    .with(door == null ? detail : doored(detail, door));
        }

        private static SortedMap<String, String> doored(SortedMap<String, String> detail, EmergencyDoor door) {
            var with = new TreeMap<>(detail);
            with.put("door", door.word());
            return with;
        }
    }
}

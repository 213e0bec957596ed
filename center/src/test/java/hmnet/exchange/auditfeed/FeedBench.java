package hmnet.exchange.auditfeed;

import hmnet.exchange.balp.AuditNames;
import hmnet.exchange.balp.BalpForm;
import hmnet.exchange.balp.ReportedEvents;
import hmnet.exchange.callers.Counter;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.NumberedTraces;
import hmnet.ground.mtls.MachineSockets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;

/// A centre whose log is sent to repositories elsewhere (送出の試験の場): the parts are the centre's own, the settings each
/// test's.
abstract class FeedBench extends Counter {
    @Autowired
    Audit audit;

    @Autowired
    NumberedTraces traces;

    @Autowired
    ReportedEvents reported;

    @Autowired
    AuditNames names;

    @Autowired
    BalpForm form;

    @Autowired
    MachineSockets sockets;

    /// No other test's marks.
    @BeforeEach
    void noMarks() throws Exception {
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute("delete from audit_feed_mark");
            connection.commit();
        }
    }

    static AuditFeedSettings settings(String syslog, String fhir) {
        return settings(syslog, fhir, false, Duration.ofSeconds(5));
    }

    static AuditFeedSettings settings(String syslog, String fhir, boolean queries, Duration patience) {
        return new AuditFeedSettings(
                syslog,
                fhir,
                false,
                queries,
                Duration.ofSeconds(5),
                patience,
                Duration.ofMillis(1),
                Duration.ofHours(2),
                32_768);
    }

    /// The parts of one feed.
    record BuiltFeed(AuditFeed feed, FeedMarks marks, AuditRepository repository) {
        /// One turn, at once.
        void send() {
            feed.send(repository);
        }

        FeedMarks.FeedPosition state() {
            return marks.states().getFirst();
        }
    }

    BuiltFeed feed(AuditFeedSettings settings) {
        var repository = settings.fhir().isEmpty()
                ? new SyslogRepository(sockets, names, settings)
                : new FhirRepository(sockets, form, settings);
        return feed(settings, repository);
    }

    BuiltFeed feed(AuditFeedSettings settings, AuditRepository repository) {
        var marks = new FeedMarks(db, settings, Clock.systemUTC());
        var late = new LateFeeds(marks, Clock.systemUTC());
        var feed = new AuditFeed(traces, reported, marks, List.of(repository), settings, sockets, late);
        numbered();
        feed.begin();
        return new BuiltFeed(feed, marks, repository);
    }

    /// So many things happen; their ids in the order of the log.
    List<UUID> happening(int times) {
        var written = transaction.execute(status -> IntStream.range(0, times)
                .mapToObj(n -> audit.write(office().did(Action.SETUP, "happened " + n)))
                .toList());
        numbered();
        return db.sql("select event from audit_leaf where event = any(?::uuid[]) order by leaf")
                .param(written.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, number) -> Objects.requireNonNull(row.getObject("event", UUID.class)))
                .list();
    }

    void numbered() {
        await(() ->
                db.sql("select count(*) from audit_pending").query(Long.class).single() == 0);
    }

    /// Which of these events a list of messages tells, in the order of the messages.
    static List<UUID> told(List<String> messages, List<UUID> events) {
        return messages.stream()
                .flatMap(message -> events.stream().filter(event -> message.contains(event.toString())))
                .toList();
    }
}

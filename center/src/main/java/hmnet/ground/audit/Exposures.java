package hmnet.ground.audit;

import hmnet.ground.keys.Keys;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Who saw what through a user, a facility, an address, a credential, or of a person (漏えい時の照会; S094). It reads; who
/// asks writes the question down. An erased event is counted and not listed.
@Component
public class Exposures {
    private static final String COUNT = """
            select coalesce(sum(n), 0) as events, count(person) as persons
              from (select e.person, count(*) as n from audit_event e
                     where %s and e.at >= :from and e.at < :until group by e.person) each""";

    private static final String OF_PERSONS = "e.person = any(:persons::uuid[])";
    private final JdbcClient db;
    private final SealedTraces sealedTraces;
    private final TraceKeys traceKeys;

    public Exposures(JdbcClient db, Keys keys) {
        this.db = db;
        this.sealedTraces = new SealedTraces(keys);
        this.traceKeys = new TraceKeys(keys);
    }

    /// How much there is.
    ///
    /// @param persons of how many persons
    public record ExposureCount(long events, long persons) {}

    public ExposureCount count(ExposureSubject subject) {
        var query = switch (subject) {
            case ExposureSubject.OfPersons of ->
                db.sql(COUNT.formatted(OF_PERSONS)).param("persons", texts(of));
            case ExposureSubject.Through through ->
                db.sql(COUNT.formatted("e." + through.kind().column() + " = any(:keys::bigint[])"))
                        .param("keys", keys(through));
        };
        return query.param("from", utc(subject.from()))
                .param("until", utc(subject.until()))
                .query((row, number) -> new ExposureCount(row.getLong("events"), row.getLong("persons")))
                .single();
    }

    /// The newest of it, or what came before one of its events.
    ///
    /// @param before the event, or null
    public List<ExposedEvent> part(ExposureSubject subject, @Nullable UUID before, int limit) {
        var edge = before == null ? Optional.<ListEdge>empty() : edge(before);
        return switch (subject) {
            case ExposureSubject.OfPersons of ->
                read(OF_PERSONS, "persons", texts(of), subject, edge.orElse(null), limit);
            case ExposureSubject.Through through -> byDay(through, edge.orElse(null), limit);
        };
    }

    /// The event after which a list goes on.
    private record ListEdge(OffsetDateTime at, UUID id) {}

    private Optional<ListEdge> edge(UUID before) {
        return db.sql("select at, id from audit_event where id = ?")
                .param(before)
                .query((row, number) ->
                        new ListEdge(row.getObject("at", OffsetDateTime.class), row.getObject("id", UUID.class)))
                .optional();
    }

    /// A key is that of one day, so each day is a range of the index of its own, and the newest day that fills the page
    /// is the last one read.
    private List<ExposedEvent> byDay(ExposureSubject.Through through, @Nullable ListEdge edge, int limit) {
        var where = "e." + through.kind().column() + " = :key";
        var found = new ArrayList<ExposedEvent>();
        var last = edge != null && edge.at().toInstant().isBefore(through.until())
                ? edge.at().toInstant()
                : through.until();
        for (var day = TraceKeys.day(last); day >= TraceKeys.day(through.from()) && found.size() < limit; day--) {
            var key = traceKeys.of(through.kind(), through.word(), day);
            found.addAll(read(where, "key", key, through, edge, limit - found.size()));
        }
        return found;
    }

    private List<ExposedEvent> read(
            String where, String name, Object value, ExposureSubject subject, @Nullable ListEdge edge, int limit) {
        var sql = """
                select %s, e.at from audit_event e
                 where %s and e.at >= :from and e.at < :until
                   and (cast(:id as uuid) is null or (e.at, e.id) < (:at, cast(:id as uuid)))
                   and (e.body is not null or e.event is not null)
                 order by e.at desc, e.id desc limit :limit""".formatted(SealedTraces.COLUMNS, where);
        return db.sql(sql)
                .param(name, value)
                .param("from", utc(subject.from()))
                .param("until", utc(subject.until()))
                .param("at", edge == null ? utc(subject.until()) : edge.at())
                .param("id", edge == null ? null : edge.id().toString(), Types.VARCHAR)
                .param("limit", limit)
                .query(this::event)
                .list();
    }

    private ExposedEvent event(ResultSet row, int number) throws SQLException {
        return ExposedEvent.of(
                AuditEvent.read(sealedTraces.open(row).orElseThrow().text()));
    }

    private Long[] keys(ExposureSubject.Through through) {
        return LongStream.rangeClosed(TraceKeys.day(through.from()), TraceKeys.day(through.until()))
                .map(day -> traceKeys.of(through.kind(), through.word(), day))
                .boxed()
                .toArray(Long[]::new);
    }

    private static String[] texts(ExposureSubject.OfPersons of) {
        return of.persons().stream().map(UUID::toString).toArray(String[]::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

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
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// Who saw what through a user, a facility, an address, a credential, or of a person (漏えい時の照会; S094). It reads; who
/// asks writes the question down. An erased event is counted and not listed.
@Component
public class Exposures {
    private static final String COUNT = """
            select coalesce(sum(n), 0) as events, count(person) as persons
              from (select e.person, count(*) as n from audit_event e
                     where %s and e.at >= :from and e.at < :until group by e.person) each""";

    /// The newest of each key, the newest of all those, and only then their texts.
    private static final String LISTED = """
            with found as (
                select newest.id
                  from %1$s as k(key)
                 cross join lateral (
                       select a.id, a.at from audit_event a
                        where a.%2$s = k.key and a.at >= :from and a.at < :until
                          and (cast(:id as uuid) is null or (a.at, a.id) < (:at, cast(:id as uuid)))
                          and (a.body is not null or a.event is not null)
                        order by a.at desc, a.id desc limit :limit) newest
                 order by newest.at desc, newest.id desc limit :limit)
            select %3$s from found f join audit_event e on e.id = f.id
             order by e.at desc, e.id desc""";

    private static final long FIRST_DAYS = 4;
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
                read(
                        db.sql(LISTED.formatted("unnest(:persons::uuid[])", "person", SealedTraces.COLUMNS))
                                .param("persons", texts(of)),
                        subject,
                        edge.orElse(null),
                        limit);
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

    /// A key is that of one day, so each day is a range of the index of its own. The newest days are asked first, and
    /// each question takes in more days than the last: busy subjects end with the first, rare ones take a few.
    private List<ExposedEvent> byDay(ExposureSubject.Through through, @Nullable ListEdge edge, int limit) {
        var found = new ArrayList<ExposedEvent>();
        var newest = TraceKeys.day(
                edge != null && edge.at().toInstant().isBefore(through.until())
                        ? edge.at().toInstant()
                        : through.until());
        var first = TraceKeys.day(through.from());
        for (var days = FIRST_DAYS; newest >= first && found.size() < limit; days *= 8) {
            var oldest = Math.max(first, newest - days + 1);
            var keys = LongStream.rangeClosed(oldest, newest)
                    .map(day -> traceKeys.of(through.kind(), through.word(), day))
                    .boxed()
                    .toArray(Long[]::new);
            var sql = LISTED.formatted("unnest(:keys::bigint[])", through.kind().column(), SealedTraces.COLUMNS);
            found.addAll(read(db.sql(sql).param("keys", keys), through, edge, limit - found.size()));
            newest = oldest - 1;
        }
        return found;
    }

    private List<ExposedEvent> read(StatementSpec asked, ExposureSubject subject, @Nullable ListEdge edge, int limit) {
        return asked.param("from", utc(subject.from()))
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

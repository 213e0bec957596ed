package hmnet.record.doubles;

import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityId;
import hmnet.record.inbox.Inbox;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// The searches for doubles (重複の検索): asked for by hand, carried out behind, a slice of patients in each
/// transaction; any node goes on where another stopped.
@Component
class DoubleSearches {
    private static final Logger LOG = LoggerFactory.getLogger(DoubleSearches.class);

    /// With more than so many files of the facility still to file, the search waits for them.
    private static final int FILING = 500;

    private static final String NEXT = """
            select facility from double_search
             where ended_at is null and facility <> all(?::bigint[]) order by asked_at limit 1""";

    private static final String MINE = """
            select after from double_search where facility = ? and ended_at is null for update skip locked""";

    private final JdbcClient db;
    private final LikelyDoubles doubles;
    private final Inbox inbox;
    private final TransactionOperations transaction;

    DoubleSearches(JdbcClient db, LikelyDoubles doubles, Inbox inbox, TransactionOperations transaction) {
        this.db = db;
        this.doubles = doubles;
        this.inbox = inbox;
        this.transaction = transaction;
    }

    /// A search as it stands.
    ///
    /// @param broken it stopped at something that could not be read
    record Search(
            OffsetDateTime askedAt, int patients, @Nullable OffsetDateTime endedAt, boolean broken) {}

    Map<FacilityId, Search> all() {
        return db
                .sql("select facility, asked_at, patients, ended_at, broken from double_search")
                .query((row, number) -> Map.entry(
                        new FacilityId(row.getLong("facility")),
                        new Search(
                                row.getObject("asked_at", OffsetDateTime.class),
                                row.getInt("patients"),
                                row.getObject("ended_at", OffsetDateTime.class),
                                row.getBoolean("broken"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    Optional<Search> of(FacilityId facility) {
        return Optional.ofNullable(all().get(facility));
    }

    /// From the first patient again.
    void ask(FacilityId facility, Actor who) {
        db.sql("""
                        insert into double_search (facility, asked_by) values (?, ?)
                            on conflict (facility) do update
                           set asked_at = now(), asked_by = excluded.asked_by, after = 0, patients = 0,
                               ended_at = null, broken = false""").params(facility.value(), who.word()).update();
    }

    @Scheduled(initialDelay = 5_000, fixedDelay = 1_000)
    void round() {
        var busy = db
                .sql("select facility from double_search where ended_at is null")
                .query((row, number) -> new FacilityId(row.getLong("facility")))
                .list()
                .stream()
                .filter(facility -> inbox.counts(facility).waiting() > FILING)
                .toList();
        var more = slice(busy);
        while (more) {
            more = slice(busy);
        }
    }

    /// Looks at one slice; false where there is nothing to look at, or another node does.
    private boolean slice(List<FacilityId> busy) {
        var next = db.sql(NEXT)
                .param(busy.stream().map(FacilityId::value).toArray(Long[]::new))
                .query(Long.class)
                .optional()
                .map(FacilityId::new);
        try {
            return next.isPresent() && Boolean.TRUE.equals(transaction.execute(status -> slice(next.get())));
        } catch (IllegalStateException | IllegalArgumentException e) {
            LOG.error("The search for doubles stops at facility {}", next.get().value(), e);
            db.sql("update double_search set ended_at = now(), broken = true where facility = ?")
                    .param(next.get().value())
                    .update();
            return true;
        }
    }

    private boolean slice(FacilityId facility) {
        var after = db.sql(MINE).param(facility.value()).query(Long.class).optional();
        after.map(last -> doubles.search(facility, last))
                .ifPresent(searched -> db.sql("""
                        update double_search set after = ?, patients = patients + ?,
                               ended_at = case when ? then now() end where facility = ?""")
                        .params(searched.last(), searched.patients(), searched.ended(), facility.value())
                        .update());
        return after.isPresent();
    }
}

package hmnet.people.patients;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Who waits to be matched (名寄せ待ち): committed with the change that made it due, so no crash loses one.
/// Adding never waits for the matcher.
@Component
public class MatchQueue {
    private static final int LOCK_SPACE = 7003;
    private static final int TRIES_MAX = 5;
    private final JdbcTemplate db;

    public MatchQueue(JdbcTemplate db) {
        this.db = db;
    }

    /// One patient, or one person of the office.
    public record WaitingMatch(
            long id, @Nullable Long patient, @Nullable UUID person) {}

    /// Matching and deciding change links one at a time in the whole centre: two charts of one human that come
    /// at once must see one another. False while somebody else does.
    public boolean first() {
        return Boolean.TRUE.equals(
                db.queryForObject("select pg_try_advisory_xact_lock(?, 0)", Boolean.class, LOCK_SPACE));
    }

    /// Waits until nobody else matches or decides; a round takes part of a second.
    public void alone() {
        db.query("select pg_advisory_xact_lock(?, 0)", rows -> {}, LOCK_SPACE);
    }

    public void add(Collection<Long> patients) {
        if (!patients.isEmpty()) {
            db.update("insert into match_waiting (patient) select unnest(?::bigint[])", (Object)
                    patients.toArray(Long[]::new));
        }
    }

    public void addPersons(Collection<PersonId> persons) {
        if (!persons.isEmpty()) {
            db.update("insert into match_waiting (person) select unnest(?::uuid[])", (Object)
                    persons.stream().map(PersonId::toString).toArray(String[]::new));
        }
    }

    /// The longest waiting, locked for this transaction; what another worker holds is passed over.
    public List<WaitingMatch> next(int limit) {
        return db.query(
                """
                select id, patient, person from match_waiting
                 where parked_until is null or parked_until < now()
                 order by id limit ? for update skip locked""",
                (row, number) -> new WaitingMatch(
                        row.getLong("id"), row.getObject("patient", Long.class), row.getObject("person", UUID.class)),
                limit);
    }

    /// Those of them who wait.
    public List<WaitingMatch> of(Collection<PatientId> patients, Collection<PersonId> persons) {
        return db.query(
                """
                select id, patient, person from match_waiting
                 where patient = any(?) or person = any(?::uuid[]) order by id for update skip locked""",
                (row, number) -> new WaitingMatch(
                        row.getLong("id"), row.getObject("patient", Long.class), row.getObject("person", UUID.class)),
                patients.stream().map(PatientId::value).toArray(Long[]::new),
                persons.stream().map(PersonId::toString).toArray(String[]::new));
    }

    public void done(List<WaitingMatch> waiting) {
        db.update("delete from match_waiting where id = any(?)", (Object)
                waiting.stream().map(WaitingMatch::id).toArray(Long[]::new));
    }

    /// What failed is tried again, each time later, and at last once a day; it is never dropped.
    public void park(WaitingMatch waiting) {
        db.update("""
                update match_waiting
                   set tries = least(tries + 1, ?),
                       parked_until = now() + case when tries >= ? then interval '1 day'
                                                   else interval '1 minute' * power(4, tries) end
                 where id = ?""", TRIES_MAX, TRIES_MAX, waiting.id());
    }
}

package hmnet.people.relinking;

import hmnet.people.arrivals.MatchSubject;
import hmnet.people.arrivals.SubjectRows;
import hmnet.people.matching.KeyedSearch;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// Search keys of all who wait, written at once (一括の検索キー); with them they leave the queue.
final class BulkKeys {
    private final JdbcTemplate db;
    private final SubjectRows rows;
    private final KeyedSearch keyed;

    BulkKeys(JdbcTemplate db, SubjectRows rows, KeyedSearch keyed) {
        this.keyed = keyed;
        this.db = db;
        this.rows = rows;
    }

    private record WaitingKey(
            long id, @Nullable Long patient, @Nullable UUID person) {}

    /// Inside a transaction; who was left out meanwhile keeps no keys.
    void keep(List<Long> waiting) {
        var rows = db.query(
                "select id, patient, person from match_waiting where id = any(?) for update skip locked",
                (row, number) -> new WaitingKey(
                        row.getLong("id"), row.getObject("patient", Long.class), row.getObject("person", UUID.class)),
                (Object) waiting.toArray(Long[]::new));
        var patients = rows.stream()
                .map(WaitingKey::patient)
                .filter(Objects::nonNull)
                .distinct()
                .toArray(Long[]::new);
        var persons = rows.stream()
                .map(WaitingKey::person)
                .filter(Objects::nonNull)
                .distinct()
                .map(UUID::toString)
                .toArray(String[]::new);
        db.update("delete from search_key where patient = any(?)", (Object) patients);
        db.update("delete from search_key where person = any(?::uuid[])", (Object) persons);
        insert(db.query(
                MatchSubject.sql(
                        "p.id = any(?) and p.demographics_at > '-infinity'"
                                + " and not exists (select from match_left_out o where o.patient = p.id)",
                        "n.id = any(?::uuid[])"
                                + " and not exists (select from match_left_out o where o.person = n.id)"),
                this.rows::read,
                patients,
                persons));
        db.update("delete from match_waiting where id = any(?)", (Object)
                rows.stream().map(WaitingKey::id).toArray(Long[]::new));
    }

    private void insert(List<MatchSubject> sides) {
        var keys = new ArrayList<Long>();
        var patients = new ArrayList<Long>();
        var persons = new ArrayList<String>();
        for (var matchSubject : sides) {
            for (var key : keyed.of(matchSubject.keys().all())) {
                keys.add(key);
                patients.add(matchSubject.patient());
                persons.add(
                        matchSubject.record() == null
                                ? null
                                : matchSubject.record().toString());
            }
        }
        db.update("""
                insert into search_key (key, patient, person)
                select * from unnest(?::bigint[], ?::bigint[], ?::uuid[])""", keys.toArray(Long[]::new), patients.toArray(Long[]::new), persons.toArray(String[]::new));
    }
}

package hmnet.people.arrivals;

import hmnet.people.matching.KeyedSearch;
import hmnet.people.matching.SearchKeys;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Charts that might be the same human's (名寄せ候補), found by shared keys. A key that more than 64 charts
/// share is not used, and at most 100 charts are compared: a question costs the same however many there are.
@Component
public class Lookalikes {
    static final int SHARED_MAX = 64;
    static final int FOUND_MAX = 100;
    static final int MEMBERS_MAX = 24;
    private static final String NONE = "false";
    private final JdbcTemplate db;
    private final SubjectRows rows;
    private final KeyedSearch keyed;

    Lookalikes(JdbcTemplate db, SubjectRows rows, KeyedSearch keyed) {
        this.keyed = keyed;
        this.db = db;
        this.rows = rows;
    }

    public Optional<MatchSubject> patient(long patient) {
        return db
                .query(MatchSubject.sql("p.id = ? and p.demographics_at > '-infinity'", NONE), rows::read, patient)
                .stream()
                .findFirst();
    }

    Optional<MatchSubject> person(UUID person) {
        return db.query(MatchSubject.sql(NONE, "n.id = ?"), rows::read, person).stream()
                .findFirst();
    }

    /// A side of a review as it stands now, also a chart of which nothing has come yet: a facility may have merged it.
    Optional<MatchSubject> side(String key) {
        return key.startsWith("p")
                ? db.query(MatchSubject.sql("p.id = ?", NONE), rows::read, Long.parseLong(key.substring(1))).stream()
                        .findFirst()
                : person(UUID.fromString(key.substring(1)));
    }

    /// All that belongs to a person, the office's record of them first.
    List<MatchSubject> members(UUID person) {
        return db.query(
                "select * from (" + MatchSubject.sql("p.id in (select patient from charts_of(?))", "n.id = ?")
                        + ") as m order by record, patient limit ?",
                rows::read,
                person,
                person,
                MEMBERS_MAX);
    }

    /// The chart that a facility merged this one into, while a human's word holds the merge up.
    Optional<MatchSubject> mergedInto(long patient) {
        return db.query(MatchSubject.sql("""
                                p.id = (select whole from merged_chart
                                         where patient = ? and whole <> patient and merged_held(whole))""", NONE), rows::read, patient).stream()
                .findFirst();
    }

    /// Whether the office has said that two persons are one.
    boolean joined(PersonGroup a, PersonGroup b) {
        return a.person() != null
                && b.person() != null
                && Boolean.TRUE.equals(db.queryForObject(
                        "select exists (select from same_person where person = ? and other = ?)",
                        Boolean.class,
                        a.person(),
                        b.person()));
    }

    boolean leftOut(MatchSubject matchSubject) {
        return Boolean.TRUE.equals(db.queryForObject(
                "select exists (select from match_left_out where patient = ? or person = ?)",
                Boolean.class,
                matchSubject.patient(),
                matchSubject.record()));
    }

    /// Puts the keys of a side in the place of those it had.
    void keep(MatchSubject matchSubject, SearchKeys keys) {
        forget(matchSubject);
        db.update(
                "insert into search_key (key, patient, person) select unnest(?::bigint[]), ?::bigint, ?::uuid",
                keyed.of(keys.all()),
                matchSubject.patient(),
                matchSubject.record());
    }

    void forget(MatchSubject matchSubject) {
        if (matchSubject.patient() == null) {
            db.update("delete from search_key where person = ?", matchSubject.record());
        } else {
            db.update("delete from search_key where patient = ?", matchSubject.patient());
        }
    }

    /// Whether a telephone is on so many charts that it is nobody's own.
    boolean crowded(SearchKeys keys) {
        var charts = db.queryForObject(
                "select count(*) from (select from search_key where key = ? limit ?) as c",
                Integer.class,
                keyed.of(keys.telephone()),
                SHARED_MAX + 1);
        return keys.telephone() != 0 && charts != null && charts > SHARED_MAX;
    }

    private record Lookalike(
            @Nullable Long patient, @Nullable UUID person) {}

    /// Those who share most keys first.
    List<MatchSubject> of(MatchSubject matchSubject, SearchKeys keys) {
        var found = db.query(
                """
                with hit as materialized
                       (select k.key, c.patient, c.person
                          from unnest(?::bigint[]) as k(key)
                         cross join lateral (select patient, person from search_key s where s.key = k.key limit ?) c),
                     own as (select key from hit group by key having count(*) <= ?)
                select patient, person from hit join own using (key)
                 group by patient, person order by count(*) desc, patient desc, person limit ?""",
                (row, number) ->
                        new Lookalike(row.getObject("patient", Long.class), row.getObject("person", UUID.class)),
                keyed.of(keys.keys()),
                SHARED_MAX + 1,
                SHARED_MAX,
                FOUND_MAX);
        var patients = found.stream().map(Lookalike::patient).filter(Objects::nonNull);
        var persons = found.stream().map(Lookalike::person).filter(Objects::nonNull);
        return db
                .query(
                        MatchSubject.sql("p.id = any(?)", "n.id = any(?::uuid[])"),
                        rows::read,
                        patients.toArray(Long[]::new),
                        persons.map(UUID::toString).toArray(String[]::new))
                .stream()
                .filter(other -> !other.key().equals(matchSubject.key()) && !other.sameNumber(matchSubject))
                .toList();
    }
}

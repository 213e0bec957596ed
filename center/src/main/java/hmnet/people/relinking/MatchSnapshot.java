package hmnet.people.relinking;

import hmnet.people.arrivals.MatchSubject;
import hmnet.people.arrivals.SubjectRows;
import hmnet.people.links.ReviewState;
import hmnet.people.matching.Population;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/// Everyone who can be matched, as of one moment (名寄せの名簿): the charts folded, and whose they are.
final class MatchSnapshot {
    private static final int FETCHED = 5000;
    private static final String SIDES = "select * from ("
            + MatchSubject.sql(
                    "p.demographics_at > '-infinity'"
                            + " and not exists (select from match_left_out o where o.patient = p.id)",
                    "not exists (select from match_left_out o where o.person = n.id)")
            + ") as everyone order by patient nulls first, record";

    private static final String SAID_BY_HUMANS = """
            select patient, null::uuid as record from link_event where action = 'unlink' and by <> 'matcher'
             union select patient, person from match_review where state = %1$s
             union select other_patient, other_person from match_review where state = %1$s""".formatted(ReviewState.DIFFERENT.sql());

    final Population.Roll roll = new Population.Roll();
    final List<SnapshotEntry> entries = new ArrayList<>();
    final Set<String> saidByHumans;

    /// What waited to be matched at that moment.
    final List<Long> waiting;

    /// One chart, or one person as the office registered them.
    ///
    /// @param person whose it is now
    /// @param byMatcher whether nobody but the matcher said so
    /// @param known how much is known of the demographics; 0 without a birth date
    record SnapshotEntry(
            @Nullable Long patient,
            @Nullable UUID record,
            @Nullable UUID person,
            boolean byMatcher,
            String number,
            int known) {
        String key() {
            return patient == null ? "n" + record : "p" + patient;
        }
    }

    private final SubjectRows rows;

    /// @param db inside a transaction that sees one moment
    MatchSnapshot(JdbcTemplate db, SubjectRows rows) {
        this.rows = rows;
        waiting = db.query("select id from match_waiting", (row, number) -> row.getLong("id"));
        saidByHumans = new HashSet<>(db.query(
                SAID_BY_HUMANS,
                (row, number) -> row.getObject("record") == null
                        ? "p" + row.getLong("patient")
                        : "n" + row.getString("record")));
        var reading = new JdbcTemplate(Objects.requireNonNull(db.getDataSource()));
        reading.setFetchSize(FETCHED);
        reading.query(SIDES, this::add);
    }

    private void add(ResultSet row) throws SQLException {
        var matchSubject = rows.read(row, 0);
        roll.add(matchSubject.said());
        entries.add(new SnapshotEntry(
                matchSubject.patient(),
                matchSubject.record(),
                matchSubject.person(),
                matchSubject.person() != null && !matchSubject.byHuman(),
                matchSubject.facility() == 0 ? "" : matchSubject.facility() + " " + matchSubject.number(),
                matchSubject.said().birthDate().isEmpty() ? 0 : (int) matchSubject.known()));
    }

    SnapshotEntry of(int chart) {
        return entries.get(chart);
    }

    /// Whether some of these charts need the path that every arriving chart takes: a human has spoken about one
    /// of them, two persons meet, or one number had two humans.
    boolean delicate(int[] charts) {
        var numbers = new HashSet<String>();
        return persons(charts).size() > 1
                || Arrays.stream(charts)
                        .mapToObj(this::of)
                        .anyMatch(entry -> saidByHumans.contains(entry.key())
                                || !entry.number().isEmpty() && !numbers.add(entry.number()));
    }

    Set<UUID> persons(int[] charts) {
        var persons = new HashSet<UUID>();
        for (var chart : charts) {
            var person = of(chart).person();
            if (person != null) {
                persons.add(person);
            }
        }
        return persons;
    }
}

package hmnet.bench.rehearsal;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The decided questions of the review desk, copied for doubles (判定済みの確認の写し).
final class DecidedQuestions {
    private DecidedQuestions() {}

    /// What humans have said of two charts, by the question in which they did.
    static Map<Long, Long> of(JdbcClient db, Doubles doubles) {
        var decisions = new HashMap<Long, Long>();
        db.sql("""
                        select id, patient, person, other_patient, other_person from match_review
                         where state in ('same', 'different')
                           and (patient = any(:charts) or person = any(:people::uuid[]))
                           and (other_patient = any(:charts) or other_person = any(:people::uuid[]))""")
                .param("charts", doubles.charts())
                .param("people", doubles.people())
                .query((row, n) -> decided(
                        db,
                        row.getLong("id"),
                        standIn(doubles.patients(), row.getObject("patient", Long.class)),
                        standIn(doubles.persons(), row.getObject("person", UUID.class)),
                        standIn(doubles.patients(), row.getObject("other_patient", Long.class)),
                        standIn(doubles.persons(), row.getObject("other_person", UUID.class))))
                .list()
                .forEach(copy -> decisions.put(copy.getKey(), copy.getValue()));
        return decisions;
    }

    private static <T> @Nullable T standIn(Map<T, T> doubles, @Nullable T of) {
        return of == null ? null : doubles.get(of);
    }

    private static Map.Entry<Long, Long> decided(
            JdbcClient db,
            long review,
            @Nullable Long patient,
            @Nullable UUID person,
            @Nullable Long otherPatient,
            @Nullable UUID otherPerson) {
        var copy = db.sql("""
                        insert into match_review (pair, kind, patient, person, other_patient, other_person, score, risk,
                                                  evidence, spelling, state, decided_at, decided_by)
                        select 'double ' || pair, kind, ?::bigint, ?::uuid, ?::bigint, ?::uuid, score, risk,
                               evidence, spelling, state, decided_at, decided_by from match_review where id = ?
                        returning id""")
                .param(patient)
                .param(person)
                .param(otherPatient)
                .param(otherPerson)
                .param(review)
                .query((row, n) -> row.getLong("id"))
                .single();
        return Map.entry(review, copy);
    }
}

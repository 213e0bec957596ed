package hmnet.bench.rehearsal;

import hmnet.people.links.Persons;
import hmnet.people.patients.SealedDemographics;
import hmnet.people.patients.SealedNumbers;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Who stands for whom while what survives is played again (代役).
record Doubles(Map<Long, Long> patients, Map<UUID, UUID> persons) {
    /// Somebody of the same description for each of them, whom nothing has happened to yet. Each chart has a
    /// number of its own, so that a facility's merge can name it.
    static Doubles of(JdbcClient db, SealedDemographics sealed, SealedNumbers numbers, Circle circle) {
        var persons = new HashMap<UUID, UUID>();
        circle.persons().forEach(person -> persons.put(person, UUID.randomUUID()));
        persons.forEach((person, stand) -> {
            var registered = db.sql("select id, shown from person where id = ?")
                    .param(person)
                    .query((row, n) -> sealed.person(row, "id"))
                    .single();
            db.sql("""
                            insert into person (id, regional_id, shown, born_key, origin)
                            select ?, ?, ?, born_key, origin from person where id = ?""")
                    .params(stand, Persons.freshRegionalId(), sealed.seal(stand, registered), person)
                    .update();
        });
        var patients = new HashMap<Long, Long>();
        circle.patients().forEach(patient -> patients.put(patient, chart(db, sealed, numbers, patient)));
        return new Doubles(patients, persons);
    }

    private static long chart(JdbcClient db, SealedDemographics sealed, SealedNumbers numbers, long patient) {
        var said = db.sql("select id, shown from patient where id = ?")
                .param(patient)
                .query((row, n) -> sealed.patient(row, "id"))
                .single();
        var number = db.sql("select facility from patient where id = ?")
                .param(patient)
                .query((row, n) -> numbers.of(row.getLong("facility"), "double " + patient))
                .single();
        var stand = db.sql("""
                        insert into patient (facility, number, born_key, name_key, kana_keys, died, demographics_at, closed_at)
                        select facility, ?, born_key, name_key, kana_keys, died, demographics_at, closed_at
                          from patient where id = ? returning id""").params(number, patient).query(Long.class).single();
        db.sql("update patient set shown = ? where id = ?")
                .param(sealed.seal(stand, said))
                .param(stand)
                .update();
        return stand;
    }

    Circle circle() {
        return new Circle(new TreeSet<>(patients.values()), new TreeSet<>(persons.values()));
    }

    long patient(long of) {
        return Objects.requireNonNull(patients.get(of), "nobody stands for this chart");
    }

    UUID person(UUID of) {
        return Objects.requireNonNull(persons.get(of), "nobody stands for this person");
    }

    Long[] charts() {
        return patients.keySet().toArray(Long[]::new);
    }

    String[] people() {
        return persons.keySet().stream().map(UUID::toString).toArray(String[]::new);
    }
}

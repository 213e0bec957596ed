package hmnet.bench.rehearsal;

import hmnet.people.links.Persons;
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
    static Doubles of(JdbcClient db, Circle circle) {
        var persons = new HashMap<UUID, UUID>();
        circle.persons().forEach(person -> persons.put(person, UUID.randomUUID()));
        persons.forEach((person, stand) ->
                db.sql("""
                        insert into person (id, regional_id, family_name, given_name, family_kana, given_kana, birth_date,
                                            sex, postal_code, address, town, phone, origin)
                        select ?, ?, family_name, given_name, family_kana, given_kana, birth_date,
                               sex, postal_code, address, town, phone, origin from person where id = ?""").params(stand, Persons.freshRegionalId(), person).update());
        var patients = new HashMap<Long, Long>();
        circle.patients()
                .forEach(patient -> patients.put(
                        patient,
                        db.sql("""
                        insert into patient (facility, number, family_name, given_name, family_kana, given_kana,
                                             birth_date, sex, demographics_at, closed_at)
                        select facility, 'double ' || id, family_name, given_name, family_kana, given_kana,
                               birth_date, sex, demographics_at, closed_at from patient where id = ? returning id""")
                                .param(patient)
                                .query((row, n) -> row.getLong("id"))
                                .single()));
        return new Doubles(patients, persons);
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

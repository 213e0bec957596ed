package hmnet.care.today;

import hmnet.ground.database.ColumnWord;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// The rows of today's list (今日の患者の行): those of a facility and of the day that it is in Japan.
@Component
class TodaysRows {
    static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");
    private static final int MOST = 300;

    private final JdbcClient db;
    private final Clock clock;

    TodaysRows(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /// A row; either the facility's own patient or a person.
    record TodaysRow(
            long id,
            @Nullable PatientId patient,
            @Nullable PersonId person,
            NotedHow how,
            OffsetDateTime at,
            boolean takenOff) {}

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), JAPAN);
    }

    List<TodaysRow> of(FacilityId facility) {
        return db.sql("""
                        select id, patient, person, how, noted_at, taken_off_at is not null as off from todays_patient
                         where facility = ? and day = ? order by noted_at, id limit ?""")
                .params(facility.value(), today(), MOST)
                .query((row, n) -> {
                    var person = row.getObject("person", UUID.class);
                    var patient = row.getLong("patient");
                    return new TodaysRow(
                            row.getLong("id"),
                            row.wasNull() ? null : new PatientId(patient),
                            person == null ? null : new PersonId(person),
                            ColumnWord.read(row, "how", NotedHow.class),
                            row.getObject("noted_at", OffsetDateTime.class),
                            row.getBoolean("off"));
                })
                .list();
    }

    /// False for one who stands there already. Somebody taken off comes back.
    boolean add(Requester by, PatientId patient, NotedHow how) {
        return db.sql("""
                        insert into todays_patient (facility, day, patient, how, noted_by) values (?, ?, ?, ?, ?)
                            on conflict (facility, day, patient) where patient is not null
                            do update set taken_off_at = null, noted_at = now(), noted_by = excluded.noted_by
                                    where todays_patient.taken_off_at is not null""")
                        .params(
                                by.facility().value(),
                                today(),
                                patient.value(),
                                how.word(),
                                by.staff().value())
                        .update()
                == 1;
    }

    boolean add(Requester by, PersonId person, NotedHow how) {
        return db.sql("""
                        insert into todays_patient (facility, day, person, how, noted_by) values (?, ?, ?, ?, ?)
                            on conflict (facility, day, person) where person is not null
                            do update set taken_off_at = null, noted_at = now(), noted_by = excluded.noted_by
                                    where todays_patient.taken_off_at is not null""")
                        .params(
                                by.facility().value(),
                                today(),
                                person.value(),
                                how.word(),
                                by.staff().value())
                        .update()
                == 1;
    }

    void takeOff(Requester by, long id) {
        db.sql("update todays_patient set taken_off_at = now() where id = ? and facility = ? and day = ?")
                .params(id, by.facility().value(), today())
                .update();
    }

    /// Of somebody who stands there because their card was read.
    void takeOff(Requester by, PersonId person) {
        db.sql("""
                        insert into todays_patient (facility, day, person, how, noted_by, taken_off_at)
                        values (?, ?, ?, ?, ?, now())
                            on conflict (facility, day, person) where person is not null
                            do update set taken_off_at = now()""")
                .params(
                        by.facility().value(),
                        today(),
                        person.value(),
                        NotedHow.CARD.word(),
                        by.staff().value())
                .update();
    }

    /// In an order that all who write keep, so that nobody waits for another in a circle.
    void announce(FacilityId facility, Collection<PatientId> patients) {
        db.sql("""
                        insert into announced_visit (facility, day, patient)
                        select ?, ?, unnest(?::bigint[]) on conflict do nothing""")
                .params(
                        facility.value(),
                        today(),
                        patients.stream().map(PatientId::value).sorted().toArray(Long[]::new))
                .update();
    }

    /// Those announced today who do not stand on the list, the last first.
    List<PatientId> announced(FacilityId facility) {
        return db.sql("""
                        select a.patient from announced_visit a
                         where a.facility = ? and a.day = ?
                           and not exists (select from todays_patient t
                                            where t.facility = a.facility and t.day = a.day and t.patient = a.patient)
                         order by a.told_at desc, a.patient limit ?""")
                .params(facility.value(), today(), MOST)
                .query((row, n) -> new PatientId(row.getLong("patient")))
                .list();
    }

    /// What is of an earlier day is gone for readers at midnight, and deleted here.
    @Scheduled(fixedDelay = 600_000)
    void forget() {
        db.sql("delete from todays_patient where day < ?").param(today()).update();
        db.sql("delete from announced_visit where day < ?").param(today()).update();
    }
}

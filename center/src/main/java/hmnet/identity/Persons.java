package hmnet.identity;

import hmnet.directory.FacilityId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Persons and the links between them and facilities' patients (名寄せ). Every link and unlink is an event that
/// stays.
@Component
public class Persons {
    private static final String COLUMNS = """
            select id, regional_id, family_name, given_name, family_kana, given_kana, birth_date, sex, postal_code,
                   address, town, phone
              from person where\s""";

    private static final String INSERT = """
            insert into person (id, regional_id, family_name, given_name, family_kana, given_kana, birth_date, sex,
                                postal_code, address, town, phone)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""";

    private final JdbcClient db;
    private final JdbcTemplate statements;

    Persons(JdbcClient db, JdbcTemplate statements) {
        this.db = db;
        this.statements = statements;
    }

    public Optional<Person> find(PersonId id) {
        return db.sql(COLUMNS + "id = ?").param(id.value()).query(Persons::read).optional();
    }

    /// The person registered under this name, kana, birth date and address already.
    public Optional<Person> registered(Person applicant) {
        return db.sql(COLUMNS + """
                        family_name = ? and given_name = ? and family_kana = ? and given_kana = ? and birth_date = ?
                         and address = ? limit 1""")
                .params(
                        applicant.familyName(),
                        applicant.givenName(),
                        applicant.familyKana(),
                        applicant.givenKana(),
                        applicant.birthDate(),
                        applicant.address())
                .query(Persons::read)
                .optional();
    }

    /// The person a facility's patient is linked to now, and the chart number there.
    public Optional<Holder> holder(PatientId patient) {
        return db.sql("""
                        select l.person, p.number
                          from linkage l join patient p on p.id = l.patient where l.patient = ?""")
                .param(patient.value())
                .query((row, number) ->
                        new Holder(new PersonId(row.getObject("person", UUID.class)), row.getString("number")))
                .optional();
    }

    /// Whose a chart number is.
    public record Holder(PersonId person, String number) {}

    @Transactional
    public void register(Person person) {
        statements.update(INSERT, columns(person));
    }

    /// Links a facility's chart number to a person. A number nobody has sent yet is taken down, since records
    /// come in any order. A number that belongs to somebody else is left as it is: that is for a human to
    /// undo first.
    @Transactional
    public LinkOutcome link(PersonId person, FacilityId facility, String number, String by, String why) {
        var patient =
                db.sql("""
                        insert into patient (facility, number) values (?, ?)
                            on conflict (facility, domain, number, epoch) do update set number = excluded.number
                        returning id""").params(facility.value(), number).query(Long.class).single();
        var current = current(facility, number).orElse(new PatientId(patient));
        var holder = db.sql("select person from linkage where patient = ? for update")
                .param(current.value())
                .query(UUID.class)
                .optional();
        if (holder.isPresent()) {
            return holder.get().equals(person.value()) ? LinkOutcome.ALREADY : LinkOutcome.SOMEBODY_ELSES;
        }
        write(current, person, "link", by, why);
        db.sql("insert into linkage (patient, person, since) values (?, ?, now())")
                .params(current.value(), person.value())
                .update();
        return LinkOutcome.LINKED;
    }

    /// Takes a link back. What was linked before stays in the events.
    @Transactional
    public void unlink(PatientId patient, PersonId person, String by, String why) {
        write(patient, person, "unlink", by, why);
        db.sql("delete from linkage where patient = ? and person = ?")
                .params(patient.value(), person.value())
                .update();
    }

    /// The open epoch of a chart number.
    public Optional<PatientId> current(FacilityId facility, String number) {
        return db.sql("""
                        select id from patient
                         where facility = ? and domain = '' and number = ? and closed_at is null
                         order by epoch desc limit 1""")
                .params(facility.value(), number)
                .query(Long.class)
                .optional()
                .map(PatientId::new);
    }

    private void write(PatientId patient, PersonId person, String action, String by, String why) {
        db.sql("insert into link_event (patient, person, action, by, why) values (?, ?, ?, ?, ?)")
                .params(patient.value(), person.value(), action, by, why)
                .update();
    }

    /// A chart number at a facility.
    public record ChartNumber(FacilityId facility, String number) {}

    /// Takes over persons registered before the centre started.
    public void takeOver(List<Person> people) {
        statements.batchUpdate(INSERT, people, 1000, (statement, person) -> {
            var values = columns(person);
            for (var i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
        });
    }

    /// Takes over links made before the centre started, to chart numbers that nobody has sent yet.
    public void takeOverLinks(Map<ChartNumber, PersonId> charts, String by) {
        var facilities = charts.keySet().stream().map(c -> c.facility().value()).toArray(Long[]::new);
        var numbers = charts.keySet().stream().map(ChartNumber::number).toArray(String[]::new);
        var people = charts.values().stream().map(PersonId::toString).toArray(String[]::new);
        statements.update("""
                with wanted as (select * from unnest(?::bigint[], ?::text[], ?::uuid[]) as w(facility, number, person)),
                     made as (insert into patient (facility, number) select facility, number from wanted
                              returning id, facility, number),
                     told as (insert into link_event (patient, person, action, by, why)
                              select made.id, wanted.person, 'link', ?, 'take-over'
                                from made join wanted using (facility, number))
                insert into linkage (patient, person, since)
                select made.id, wanted.person, now() from made join wanted using (facility, number)""", facilities, numbers, people, by);
    }

    private static Object[] columns(Person person) {
        return new Object[] {
            person.id().value(),
            person.regionalId(),
            person.familyName(),
            person.givenName(),
            person.familyKana(),
            person.givenKana(),
            person.birthDate(),
            person.sex(),
            person.postalCode(),
            person.address(),
            person.town(),
            person.phone()
        };
    }

    static Person read(ResultSet row, int number) throws SQLException {
        return new Person(
                new PersonId(row.getObject("id", UUID.class)),
                row.getString("regional_id"),
                row.getString("family_name"),
                row.getString("given_name"),
                row.getString("family_kana"),
                row.getString("given_kana"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("sex"),
                row.getString("postal_code"),
                row.getString("address"),
                row.getString("town"),
                row.getString("phone"));
    }
}

package hmnet.people.links;

import hmnet.formats.model.chart.Demographics;
import hmnet.ground.directory.FacilityId;
import hmnet.people.matching.SearchKeys;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/// Charts and persons looked up by number, birth date or telephone (名簿). Who is left out of matching —
/// protected, opted out — stands on no list: asking for them is asking for somebody unknown, at the same
/// cost. A number merged away leads to its person still, and is listed no more.
@Component
public class PatientIndex {
    private static final String CHARTS = """
            select p.id, p.facility, p.number, p.family_name, p.given_name, p.family_kana, p.given_kana, p.birth_date,
                   p.sex, p.postal_code, p.address, p.phone, p.died_on,
                   coalesce(w.person, l.person) as person, coalesce(l.source, '') = 'desk' as tied
              from patient p left join linkage l on l.patient = p.id left join merged_chart m on m.patient = p.id
              cross join lateral (select case when m.whole is not null then merged_person(m.whole) end as person) w
             where p.closed_at is null and p.domain = ''
               and not exists (select from match_left_out o where o.patient = p.id)
               and not exists (select from match_left_out o where o.person in (l.person, w.person))
               and\s""";

    /// What a facility merged into another chart is listed there (A40); a question for a merge lets both stand.
    private static final String WHOLE = " (m.whole is null or m.whole = p.id or merged_held(m.whole)) and ";

    /// A tie of a number that was merged away is one of the chart it went into.
    private static final String LINKED = """
            select * from (
            select p.id, p.facility, p.number, p.family_name, p.given_name, p.family_kana, p.given_kana, p.birth_date,
                   p.sex, p.postal_code, p.address, p.phone, p.died_on, v.id as person,
                   bool_or(v.patient_tied) over (partition by v.id, coalesce(m.whole, p.id)) as tied,
                   m.whole is null or m.whole = p.id or merged_held(m.whole) as listed
              from person_with_patients v join patient p on p.id = v.patient
              left join merged_chart m on m.patient = p.id
             where v.id = any(?::uuid[]) and p.closed_at is null
               and not exists (select from match_left_out o where o.patient = p.id)
               and not exists (select from match_left_out o where o.person = v.id)) c
             where listed order by facility, number limit ?""";

    private static final String PEOPLE = """
            select id, regional_id, family_name, given_name, family_kana, given_kana, birth_date, sex, postal_code,
                   address, town, phone
              from person n
             where not exists (select from match_left_out o where o.person = n.id) and\s""";

    private static final String SHARING = """
            select c.%1$s from unnest(?::bigint[]) as k(key)
             cross join lateral (select %1$s from search_key s
                                  where s.key = k.key and s.%1$s is not null limit ?) c""";

    private static final int LINKED_MAX = 5_000;
    private static final int SHARED_MAX = 200;
    private final JdbcTemplate db;

    PatientIndex(JdbcTemplate db) {
        this.db = db;
    }

    /// The open epoch of a chart number.
    public Optional<ListedChart> chart(FacilityId facility, String number) {
        return charts("p.facility = ? and p.number = ? order by p.epoch desc limit 1", facility.value(), number)
                .stream()
                .findFirst();
    }

    public Optional<ListedChart> chart(PatientId patient) {
        return charts("p.id = ?", patient.value()).stream().findFirst();
    }

    /// A facility's charts of those born on a day, at most `limit`.
    public List<ListedChart> chartsBorn(FacilityId facility, LocalDate day, int limit) {
        return charts(
                WHOLE + "p.facility = ? and p.birth_date = ? order by p.number limit ?", facility.value(), day, limit);
    }

    /// A facility's charts with a telephone number, at most `limit`.
    public List<ListedChart> chartsWithPhone(FacilityId facility, String phone, int limit) {
        return charts(
                WHOLE + "p.facility = ? and p.id in (select k.patient from search_key k where k.key = ?)"
                        + " order by p.number limit ?",
                facility.value(),
                key(phone),
                limit);
    }

    /// A facility's charts that share a matching key, at most `limit`; a key on very many charts counts for the
    /// first of them only.
    public List<ListedChart> chartsLike(FacilityId facility, SearchKeys keys, int limit) {
        return charts(
                WHOLE + "p.facility = ? and p.id in (" + SHARING.formatted("patient") + ") order by p.number limit ?",
                facility.value(),
                keys.keys().toArray(Long[]::new),
                SHARED_MAX,
                limit);
    }

    /// Persons of the office that share a matching key, at most `limit`.
    public List<Person> peopleLike(SearchKeys keys, int limit) {
        return db.query(
                PEOPLE + "id in (" + SHARING.formatted("person") + ") order by family_kana, id limit ?",
                Persons::read,
                keys.keys().toArray(Long[]::new),
                SHARED_MAX,
                limit);
    }

    /// All charts linked to persons now, by facility and number.
    public List<ListedChart> charts(Collection<PersonId> people) {
        return db.query(LINKED, PatientIndex::listed, ids(people), LINKED_MAX);
    }

    public List<Person> people(Collection<PersonId> people) {
        return db.query(PEOPLE + "id = any(?::uuid[]) limit ?", Persons::read, ids(people), LINKED_MAX);
    }

    public Optional<Person> person(String regionalId) {
        return db.query(PEOPLE + "regional_id = ?", Persons::read, regionalId).stream()
                .findFirst();
    }

    /// Persons born on a day, at most `limit`.
    public List<Person> peopleBorn(LocalDate day, int limit) {
        return db.query(PEOPLE + "birth_date = ? order by family_kana, id limit ?", Persons::read, day, limit);
    }

    /// Persons of the office with a telephone number, at most `limit`.
    public List<Person> peopleWithPhone(String phone, int limit) {
        return db.query(
                PEOPLE + "id in (select k.person from search_key k where k.key = ?) order by family_kana, id limit ?",
                Persons::read,
                key(phone),
                limit);
    }

    private List<ListedChart> charts(String which, Object... values) {
        return db.query(CHARTS + which, PatientIndex::listed, values);
    }

    private static long key(String phone) {
        return SearchKeys.of(new hmnet.people.matching.Demographics(
                        "", "", "", "", "", "", "", "", "", phone, "", "", "", ""))
                .telephone();
    }

    private static String[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::toString).toArray(String[]::new);
    }

    private static ListedChart listed(ResultSet row, int number) throws SQLException {
        var person = row.getObject("person", UUID.class);
        return new ListedChart(
                new PatientId(row.getLong("id")),
                new FacilityId(row.getLong("facility")),
                row.getString("number"),
                new Demographics(
                        row.getString("family_name"),
                        row.getString("given_name"),
                        row.getString("family_kana"),
                        row.getString("given_kana"),
                        row.getObject("birth_date", LocalDate.class),
                        row.getString("sex"),
                        row.getString("postal_code"),
                        row.getString("address"),
                        row.getString("phone"),
                        row.getObject("died_on", LocalDate.class)),
                person == null ? null : new PersonId(person),
                row.getBoolean("tied"));
    }
}

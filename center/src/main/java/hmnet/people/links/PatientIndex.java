package hmnet.people.links;

import hmnet.ground.directory.FacilityId;
import hmnet.people.matching.KeyedSearch;
import hmnet.people.matching.SearchKeys;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PeopleKeys;
import hmnet.people.patients.PersonId;
import hmnet.people.patients.SealedDemographics;
import hmnet.people.patients.SealedNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
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
            select p.id, p.facility, p.number, p.shown,
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
            select p.id, p.facility, p.number, p.shown, v.id as person,
                   bool_or(v.patient_tied) over (partition by v.id, coalesce(m.whole, p.id)) as tied,
                   m.whole is null or m.whole = p.id or merged_held(m.whole) as listed
              from person_with_patients v join patient p on p.id = v.patient
              left join merged_chart m on m.patient = p.id
             where v.id = any(?::uuid[]) and p.closed_at is null
               and not exists (select from match_left_out o where o.patient = p.id)
               and not exists (select from match_left_out o where o.person = v.id)) c
             where listed order by facility, id limit ?""";

    private static final String PEOPLE = """
            select id, regional_id, shown from person n
             where not exists (select from match_left_out o where o.person = n.id) and\s""";

    private static final String SHARING = """
            select c.%1$s from unnest(?::bigint[]) as k(key)
             cross join lateral (select %1$s from search_key s
                                  where s.key = k.key and s.%1$s is not null limit ?) c""";

    private static final int LINKED_MAX = 5_000;
    private static final int SHARED_MAX = 200;
    private static final Comparator<ListedChart> BY_NUMBER = Comparator.comparingLong(
                    (ListedChart chart) -> chart.facility().value())
            .thenComparing(ListedChart::number);
    private static final Comparator<Person> BY_KANA = Comparator.comparing(Person::familyKana)
            .thenComparing(person -> person.id().toString());
    private final JdbcTemplate db;
    private final SealedDemographics sealed;
    private final SealedPersons persons;
    private final PeopleKeys keys;
    private final KeyedSearch keyed;
    private final SealedNumbers numbers;

    PatientIndex(
            JdbcTemplate db,
            SealedDemographics sealed,
            SealedPersons persons,
            PeopleKeys keys,
            KeyedSearch keyed,
            SealedNumbers numbers) {
        this.numbers = numbers;
        this.keyed = keyed;
        this.db = db;
        this.sealed = sealed;
        this.persons = persons;
        this.keys = keys;
    }

    /// The open epoch of a chart number.
    public Optional<ListedChart> chart(FacilityId facility, String number) {
        return charts(
                        "p.facility = ? and p.number = ? order by p.epoch desc limit 1",
                        facility.value(),
                        numbers.of(facility, number))
                .stream()
                .findFirst();
    }

    public Optional<ListedChart> chart(PatientId patient) {
        return charts("p.id = ?", patient.value()).stream().findFirst();
    }

    /// A facility's charts of those born on a day, at most `limit`.
    public List<ListedChart> chartsBorn(FacilityId facility, LocalDate day, int limit) {
        return charts(
                WHOLE + "p.facility = ? and p.born_key = ? order by p.id limit ?",
                facility.value(),
                keys.bornOn(day),
                limit);
    }

    /// A facility's charts with a telephone number, at most `limit`.
    public List<ListedChart> chartsWithPhone(FacilityId facility, String phone, int limit) {
        return charts(
                WHOLE + "p.facility = ? and p.id in (select k.patient from search_key k where k.key = ?)"
                        + " order by p.id limit ?",
                facility.value(),
                key(phone),
                limit);
    }

    /// A facility's charts that share a matching key, at most `limit`; a key on very many charts counts for the
    /// first of them only.
    public List<ListedChart> chartsLike(FacilityId facility, SearchKeys shared, int limit) {
        return charts(
                WHOLE + "p.facility = ? and p.id in (" + SHARING.formatted("patient") + ") order by p.id limit ?",
                facility.value(),
                keyed.of(shared.keys()),
                SHARED_MAX,
                limit);
    }

    /// Persons of the office that share a matching key, at most `limit`.
    public List<Person> peopleLike(SearchKeys shared, int limit) {
        return people(
                "id in (" + SHARING.formatted("person") + ") order by id limit ?",
                keyed.of(shared.keys()),
                SHARED_MAX,
                limit);
    }

    /// All charts linked to persons now, by facility and number.
    public List<ListedChart> charts(Collection<PersonId> people) {
        return db.query(LINKED, this::listed, ids(people), LINKED_MAX).stream()
                .sorted(BY_NUMBER)
                .toList();
    }

    public List<Person> people(Collection<PersonId> people) {
        return db.query(PEOPLE + "id = any(?::uuid[]) limit ?", persons::read, ids(people), LINKED_MAX);
    }

    public Optional<Person> person(String regionalId) {
        return db.query(PEOPLE + "regional_id = ?", persons::read, regionalId).stream()
                .findFirst();
    }

    /// Persons born on a day, at most `limit`.
    public List<Person> peopleBorn(LocalDate day, int limit) {
        return people("born_key = ? order by id limit ?", keys.bornOn(day), limit);
    }

    /// Persons of the office with a telephone number, at most `limit`.
    public List<Person> peopleWithPhone(String phone, int limit) {
        return people(
                "id in (select k.person from search_key k where k.key = ?) order by id limit ?", key(phone), limit);
    }

    /// The readings are sealed: who is cut off by the limit is decided by the id, the order of the others by kana.
    private List<Person> people(String which, Object... values) {
        return db.query(PEOPLE + which, persons::read, values).stream()
                .sorted(BY_KANA)
                .toList();
    }

    /// The numbers are sealed: who is cut off by the limit is decided by the id, the order of the others by number.
    private List<ListedChart> charts(String which, Object... values) {
        return db.query(CHARTS + which, this::listed, values).stream()
                .sorted(BY_NUMBER)
                .toList();
    }

    private long key(String phone) {
        return keyed.of(SearchKeys.of(new hmnet.people.matching.Demographics(
                        "", "", "", "", "", "", "", "", "", phone, "", "", "", ""))
                .telephone());
    }

    private static String[] ids(Collection<PersonId> people) {
        return people.stream().map(PersonId::toString).toArray(String[]::new);
    }

    private ListedChart listed(ResultSet row, int number) throws SQLException {
        var person = row.getObject("person", UUID.class);
        return new ListedChart(
                new PatientId(row.getLong("id")),
                new FacilityId(row.getLong("facility")),
                numbers.open(row),
                sealed.patient(row, "id"),
                person == null ? null : new PersonId(person),
                row.getBoolean("tied"));
    }
}

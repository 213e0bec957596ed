package hmnet.people.links;

import hmnet.formats.model.chart.Demographics;
import hmnet.ground.directory.FacilityId;
import hmnet.people.folding.Characters;
import hmnet.people.folding.SearchedReading;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PeopleKeys;
import hmnet.people.patients.PersonId;
import hmnet.people.patients.SealedDemographics;
import hmnet.people.patients.SealedNumbers;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A facility's own patients as its own people look for them (自院の患者): by number, birth date, the beginning of a
/// reading, or the whole name in any of its spellings. The database knows these as keyed numbers; who is found is
/// opened.
@Component
public class OwnCharts {
    private static final int OPENED_MAX = 2_000;
    private static final String SELECT = """
            select v.patient, v.facility, v.number, v.shown, v.person from patient_listed v
             where v.facility = :facility and""";

    private final JdbcClient db;
    private final PeopleKeys keys;
    private final SealedDemographics sealed;
    private final SealedNumbers numbers;

    OwnCharts(JdbcClient db, PeopleKeys keys, SealedDemographics sealed, SealedNumbers numbers) {
        this.db = db;
        this.keys = keys;
        this.sealed = sealed;
        this.numbers = numbers;
    }

    /// One of them.
    ///
    /// @param said what the facility itself said
    /// @param person whom the chart is linked to, or null; of somebody left out of matching only its own tie
    public record OwnChart(
            PatientId patient,
            String number,
            Demographics said,
            @Nullable PersonId person) {
        public String name() {
            return said.familyName() + "　" + said.givenName();
        }

        public String kana() {
            return said.familyKana() + "　" + said.givenKana();
        }
    }

    public List<OwnChart> of(FacilityId facility, Collection<PatientId> patients) {
        return found(
                facility,
                "v.patient = any(:key::bigint[])",
                patients.stream().map(PatientId::value).toArray(Long[]::new));
    }

    /// The numbers of its charts, a page at a time, without those of persons who are left out of matching (protected,
    /// or
    /// opted out).
    ///
    /// @param after the last one of the page before; 0 to begin
    public List<PatientId> openAfter(FacilityId facility, long after, int most) {
        return db.sql("""
                        select p.id from patient p
                         where p.facility = ? and p.closed_at is null and p.id > ?
                           and not exists (select from match_left_out o where o.patient = p.id)
                           and not exists (select from linkage l join match_left_out o on o.person = l.person
                                            where l.patient = p.id)
                         order by p.id limit ?""")
                .params(facility.value(), after, most)
                .query((row, n) -> new PatientId(row.getLong("id")))
                .list();
    }

    /// The charts of these persons.
    public List<OwnChart> ofPersons(FacilityId facility, Collection<PersonId> persons) {
        return found(
                facility,
                "v.patient in (select l.patient from linkage l where l.person = any(:key::uuid[]))",
                persons.stream().map(PersonId::toString).toArray(String[]::new));
    }

    public List<OwnChart> numbered(FacilityId facility, String number) {
        return found(
                facility,
                "v.patient in (select id from patient where facility = :facility and domain = '' and number = :key)",
                numbers.of(facility, number));
    }

    public List<OwnChart> born(FacilityId facility, LocalDate day) {
        return found(
                facility,
                "v.patient in (select id from patient where facility = :facility and born_key = :key and closed_at is null)",
                keys.bornOn(day));
    }

    /// Those whose reading begins so, in any kana.
    public List<OwnChart> reading(FacilityId facility, String begins) {
        var folded = SearchedReading.folded(begins);
        return folded.isEmpty()
                ? List.of()
                : found(
                                facility,
                                "v.patient in (select id from patient where closed_at is null and kana_keys @> :key::bigint[])",
                                keys.beginning(facility, folded))
                        .stream()
                        .filter(chart -> SearchedReading.folded(
                                        chart.said().familyKana() + chart.said().givenKana())
                                .startsWith(folded))
                        .toList();
    }

    /// Those whose whole name is written so, with whatever variant of each character (異体字).
    public List<OwnChart> written(FacilityId facility, String name) {
        var spellings = Characters.spellings(name).stream().map(keys::written).toArray(Long[]::new);
        return found(
                facility,
                "v.patient in (select id from patient where facility = :facility and name_key = any(:key::bigint[]) and closed_at is null)",
                spellings);
    }

    private List<OwnChart> found(FacilityId facility, String which, Object key) {
        return db.sql(SELECT + " " + which + " order by v.patient limit :most")
                .param("facility", facility.value())
                .param("key", key)
                .param("most", OPENED_MAX)
                .query(this::chart)
                .list();
    }

    private OwnChart chart(ResultSet row, int n) throws SQLException {
        var person = row.getObject("person", UUID.class);
        return new OwnChart(
                new PatientId(row.getLong("patient")),
                numbers.open(row),
                sealed.patient(row, "patient"),
                person == null ? null : new PersonId(person));
    }
}

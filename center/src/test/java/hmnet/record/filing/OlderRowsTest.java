package hmnet.record.filing;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartEntry;
import hmnet.record.filing.RecordsChanged.Change;
import hmnet.record.vault.OlderRows;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.modulith.events.core.EventSerializer;

/// What an earlier version wrote readable is sealed by the first start of this one, and reads as before.
class OlderRowsTest extends Ward {
    private static final String SOURCE = "20260401/OML-11/000000000000012";

    @Autowired
    private OlderRows olderRows;

    @Autowired
    private EventSerializer serializer;

    @Autowired
    @FlywayDataSource
    private DataSource ownerData;

    private final String first = number();
    private final String second = number();
    private FacilityId hospital = new FacilityId(0);
    private PersonId person = PersonId.fresh();
    private Supplier<List<ChartEntry>> chart = List::of;

    @BeforeEach
    void twoPatientsHaveRecords() {
        hospital = hospital();
        for (var number : List.of(first, second)) {
            var papers = Papers.of(number);
            filed(
                    hospital,
                    papers.visit(),
                    papers.results("000000000000012", Papers.ast("31", "F"), Papers.hiv()),
                    papers.prescription("000000000000013", "架空錠１０ｍｇ"));
        }
        person = resident(ConsentChoice.EVERYTHING, hospital, first);
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        chart = () -> shown(doctor, person);
    }

    @Test
    void rowsOfAnEarlierVersionAreSealedAndReadAsBefore() throws SQLException {
        var digest = digest(hospital);
        var before = chart.get().toString();
        asBefore(hospital, List.of(first, second));
        assertThat(readable()).isPositive();
        olderRows.seal(ownerData);
        assertThat(readable()).isZero();
        assertThat(ahead()).isZero();
        assertThat(digest(hospital)).isEqualTo(digest);
        assertThat(chart.get().toString()).isEqualTo(before);
        var result = Papers.of(first).results("000000000000012", Papers.ast("31", "F"), Papers.hiv());
        filed(hospital, Papers.flagged(result, '0'));
        assertThat(chart.get()).as("the versions of a message find each other").hasSize(2);
    }

    @Test
    void aStartThatWasCutOffGoesOnWithTheNext() throws SQLException {
        var digest = digest(hospital);
        asBefore(hospital, List.of(second));
        olderRows.seal(ownerData);
        assertThat(readable()).isZero();
        assertThat(digest(hospital)).isEqualTo(digest);
        olderRows.seal(ownerData);
        assertThat(digest(hospital)).as("nothing is sealed twice").isEqualTo(digest);
    }

    @Test
    void eventsThatWaitAndNoticesAreSealedToo() throws SQLException {
        var owner = new JdbcTemplate(ownerData);
        var patient = patient(first);
        var doctor = doctor();
        var event = UUID.randomUUID();
        var change = new Change(patient, SOURCE, "CORRECTED", OffsetDateTime.now(ZoneOffset.UTC));
        var json = serializer
                .serialize(new RecordsChanged(hospital.value(), List.of(change)))
                .toString();
        assertThat(json).contains(SOURCE);
        owner.update(
                "insert into event_publication (id, listener_id, event_type, serialized_event, publication_date)"
                        + " values (?, 'nobody', ?, ?, now())",
                event,
                RecordsChanged.class.getName(),
                json);
        owner.update(
                """
                insert into correction_notice (staff, viewed_from, profession, displayed_at, person, facility, patient,
                                               former_number, source_key, kinds, what, at)
                values (?, ?, 'doctor', now(), ?, ?, ?, ?, ?, -1, 'corrected', now())""",
                doctor.staff().value(),
                doctor.facility().value(),
                person.value(),
                hospital.value(),
                patient,
                first,
                SOURCE);
        owner.execute("insert into sealing_ahead values ('event_publication'), ('correction_notice')");
        olderRows.seal(ownerData);
        var sealed = java.util.Objects.requireNonNull(owner.queryForObject(
                "select serialized_event from event_publication where id = ?", String.class, event));
        owner.update("delete from event_publication where id = ?", event);
        assertThat(serializer.deserialize(sealed, RecordsChanged.class).changes())
                .containsExactly(new Change(patient, seals.of(patient).source(SOURCE), "CORRECTED", change.at()));
        assertThat(owner.queryForList(
                        "select source_key from correction_notice where patient = ? and former_number is null",
                        String.class,
                        patient))
                .containsExactly(seals.of(patient).source(SOURCE));
    }

    @Test
    void codesAndForeignIdsOfAnEarlierVersionBecomeKeyed() {
        var owner = new JdbcTemplate(ownerData);
        var patient = patient(first);
        asBefore(hospital, List.of(first));
        owner.update(
                "update foreign_id set value = '000000000000012' where patient = ? and value = ?",
                patient,
                seals.foreignId("placer-order/" + hospital.value(), "000000000000012"));
        owner.update(
                "insert into sealing_ahead select distinct tableoid::regclass::text from foreign_id where patient = ?",
                patient);
        olderRows.seal(ownerData);
        assertThat(count("select count(*) from foreign_id where not starts_with(value, '=')"))
                .isZero();
        assertThat(count("select count(distinct value) from foreign_id where patient = " + patient))
                .isEqualTo(2);
        var keyed =
                List.of(seals.of(patient).code("urn:x|B24"), seals.of(patient).code("urn:y|5F56"));
        assertThat(count("select count(*) from record where former_codes is null and patient = " + patient
                        + " and codes @> '{" + keyed.getFirst() + "," + keyed.getLast() + "}'"))
                .isEqualTo(count("select count(*) from record where patient = " + patient));
    }

    private long patient(String number) {
        return db.sql("select patient from patient_listed where facility = ? and number = ?")
                .params(hospital.value(), sealedNumbers.of(hospital, number))
                .query(Long.class)
                .single();
    }

    private long readable() {
        return count(
                "select count(*) from record where department is null or former_department is not null or source_key ~ '/'");
    }

    private long ahead() {
        return count("select count(*) from sealing_ahead");
    }

    private long count(String sql) {
        return java.util.Objects.requireNonNull(new JdbcTemplate(ownerData).queryForObject(sql, Long.class));
    }

    /// Writes the rows of some patients as an earlier version did.
    private void asBefore(FacilityId of, List<String> numbers) {
        var owner = new JdbcTemplate(ownerData);
        for (var number : numbers) {
            var patient = patient(number);
            var seal = seals.of(patient);
            owner.query("select * from record where facility = " + of.value() + " and patient = " + patient, row -> {
                var id = row.getObject("id", UUID.class);
                owner.update(
                        """
                                update record set labels = ?, former_department = ?, department = null, source_key = ?,
                                                  former_codes = array['urn:x|B24', 'urn:y|5F56'], codes = '{}'
                                 where patient = ? and id = ?""",
                        seal.labels(id, row.getLong("labels")),
                        seal.department(id, row.getBytes("department")),
                        seal.sourceOf(row.getString("source_key")),
                        patient,
                        id);
            });
            owner.update(
                    "insert into sealing_ahead select distinct tableoid::regclass::text from record where patient = ?"
                            + " on conflict do nothing",
                    patient);
        }
    }
}

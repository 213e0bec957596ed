package hmnet.people.patients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.ground.database.Accounts;
import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.KeyedHash;
import hmnet.people.arrivals.Reception;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/// Chart numbers that stood readable before the upgrade are sealed by it, and each still finds its rows
/// (カルテ番号の封印への引継ぎ).
class NumbersTakenOverTest extends Reception {
    private static final String DATABASE = "numbers_taken_over";
    private static final List<String> TABLES =
            List.of("patient", "identity_review", "incident", "inbox_patient", "pix_notice", "pix_told");

    /// Only what is sealed: the rows that it refers to are left out.
    private static final String BEFORE = """
            set session_replication_role = replica;
            insert into patient (id, facility, number, epoch, closed_at) overriding system value values
                (1, 9, 'KARTE-1', 1, now()), (2, 9, 'KARTE-1', 2, null), (3, 9, 'KARTE-20', 1, null),
                (4, 10, 'KARTE-1', 1, null);
            insert into identity_review (patient, facility, number, description, claim, whole)
            values (1, 9, 'KARTE-1', 'd', 'c', true);
            insert into incident (patient, person, facility, number, stood_from, stood_until, noticed_on, opened_by, why)
            values (1, '0a000000-0000-4000-8000-000000000001', 9, 'KARTE-1', now(), now(), current_date, 1, '取り違え');
            insert into inbox (id, facility, key, body, format, size, path) overriding system value
            values (5, 9, sha256('5'), 'b', 5, 1, 'p');
            insert into inbox_patient (id, number, staff) values (5, 'KARTE-20', 1);
            insert into identity_review (id, patient, facility, number, description, claim, whole, decision, closed_at, why)
            overriding system value values (6, 1, 9, 'KARTE-1', 'e', 'c', true, 'same', now(), '本人に確認');
            insert into incident_step (incident, kind, words, by) values (7, 'opened', '電話した', 1);
            insert into same_person_event (person, other, action, by, why)
            values ('0a000000-0000-4000-8000-000000000001', '0a000000-0000-4000-8000-000000000001', 'join', 'staff:1', '同じ人');
            insert into match_review (pair, kind, patient, other_patient, score, risk, evidence, spelling)
            values ('p1 p2', 'LIKELY', 1, 2, 1, 1, '[]', 4711);
            insert into pix_notice (facility, number, changed_at, due_at) values (9, 'KARTE-1', now(), now());
            insert into pix_told (facility, number, hash) values (9, 'KARTE-1', 'h');
            """;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Flyway flyway;

    @BeforeEach
    void anotherDatabase() {
        administrator("postgres").execute("create database " + DATABASE + " owner " + accounts.ownerUser());
        migration()
                .repeatableSqlMigrationPrefix("none")
                .validateMigrationNaming(false)
                .target("20261201.0703")
                .load()
                .migrate();
        administrator(DATABASE).execute(BEFORE);
    }

    @AfterEach
    void itIsGone() {
        administrator("postgres").execute("drop database " + DATABASE + " with (force)");
    }

    @Test
    void everyNumberFindsItsRowsAndReadsAsBefore() {
        migration().load().migrate();
        var db = administrator(DATABASE);
        assertThat(db.queryForList(
                        "select id from patient where facility = 9 and number = ? order by epoch",
                        Long.class,
                        sealedNumbers.of(9, "KARTE-1")))
                .containsExactly(1L, 2L);
        assertThat(db.query(
                        "select id, facility, number from patient order by id", (row, n) -> sealedNumbers.open(row)))
                .containsExactly("KARTE-1", "KARTE-1", "KARTE-20", "KARTE-1");
        for (var table : List.of("identity_review", "incident", "pix_notice", "pix_told")) {
            assertThat(db.query("select facility, number from " + table, (row, n) -> sealedNumbers.open(row)))
                    .as(table)
                    .isNotEmpty()
                    .containsOnly("KARTE-1");
        }
        assertThat(db.queryForObject("select number from inbox_patient", byte[].class))
                .isEqualTo(sealedNumbers.of(9, "KARTE-20"));
    }

    /// What people typed, and the sums over demographics.
    @Test
    void wordsReadAsBeforeAndSpellingsAreKeyed() {
        migration().load().migrate();
        var db = administrator(DATABASE);
        var person = "0a000000-0000-4000-8000-000000000001";
        assertThat(opened(db, "incidents", "incident|1|" + person, "select why from incident"))
                .isEqualTo("取り違え");
        assertThat(opened(db, "incidents", "incident_step|7", "select words from incident_step"))
                .isEqualTo("電話した");
        assertThat(opened(db, "number reviews", "identity_review|6", "select why from identity_review where id = 6"))
                .isEqualTo("本人に確認");
        assertThat(opened(
                        db,
                        "joins of persons",
                        "same_person_event|" + person + "|" + person,
                        "select why from same_person_event"))
                .isEqualTo("同じ人");
        assertThat(db.queryForObject("select spelling from match_review", Long.class))
                .isEqualTo(new KeyedHash(keys(), "spelling of pairs").of("4711"));
    }

    private String opened(JdbcTemplate db, String purpose, String place, String sql) {
        return new String(
                new FieldSeal(keys(), purpose)
                        .open(place, Objects.requireNonNull(db.queryForObject(sql, byte[].class), sql)),
                StandardCharsets.UTF_8);
    }

    @Test
    void noFileOfTheirTablesHoldsANumber() {
        migration().load().migrate();
        var db = administrator(DATABASE);
        db.execute("checkpoint");
        for (var table : TABLES) {
            var file = db.queryForObject("select pg_read_binary_file(pg_relation_filepath(?))", byte[].class, table);
            assertThat(new String(file, StandardCharsets.ISO_8859_1))
                    .as(table)
                    .isNotEmpty()
                    .doesNotContain("KARTE");
        }
    }

    @Test
    void aNumberStillHasOneHolderAtATime() {
        migration().load().migrate();
        var db = administrator(DATABASE);
        db.execute("set session_replication_role = replica");
        for (var epoch : List.of(1, 2, 3)) {
            assertThatThrownBy(() -> db.update(
                            "insert into patient (facility, number, epoch) values (9, ?, ?)",
                            sealedNumbers.of(9, "KARTE-1"),
                            epoch))
                    .as("epoch " + epoch)
                    .isInstanceOf(DuplicateKeyException.class);
        }
    }

    @Test
    void cutOffHalfwayItBeginsAnewAtTheNextStart() {
        var db = administrator(DATABASE);
        db.execute("create function no() returns trigger language plpgsql as 'begin raise ''power cut''; end'");
        db.execute("create trigger no before update on pix_told for each row execute function no()");
        db.execute("alter table pix_told enable always trigger no");
        assertThatThrownBy(() -> migration().load().migrate())
                .isInstanceOf(FlywayException.class)
                .hasStackTraceContaining("power cut");
        assertThat(db.queryForList("select number from patient order by id", String.class))
                .containsExactly("KARTE-1", "KARTE-1", "KARTE-20", "KARTE-1");
        db.execute("drop trigger no on pix_told");
        migration().load().migrate();
        assertThat(db.query("select facility, number from pix_told", (row, n) -> sealedNumbers.open(row)))
                .containsExactly("KARTE-1");
    }

    private FluentConfiguration migration() {
        return Flyway.configure()
                .configuration(flyway.getConfiguration())
                .dataSource(url(DATABASE), accounts.ownerUser(), accounts.ownerPassword());
    }

    private JdbcTemplate administrator(String database) {
        return new JdbcTemplate(
                new DriverManagerDataSource(url(database), "postgres", accounts.administratorPassword()));
    }

    private String url(String database) {
        return accounts.url().replaceFirst("/hmnet$", "/" + database);
    }
}

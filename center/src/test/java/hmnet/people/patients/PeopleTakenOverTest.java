package hmnet.people.patients;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.chart.InsuredNumber;
import hmnet.ground.database.Accounts;
import hmnet.ground.database.OlderDatabase;
import hmnet.people.arrivals.Reception;
import hmnet.people.matching.KeyedSearch;
import hmnet.people.patients.SealedDemographics.RegisteredWords;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// People who stood readable before the upgrade are sealed by it, and nothing of them is lost (患者・登録者の封印への引継ぎ).
class PeopleTakenOverTest extends Reception {
    private static final UUID PERSON = UUID.fromString("0a000000-0000-4000-8000-000000000001");

    /// Only what is sealed: the rows that it refers to are left out.
    private static final String BEFORE = """
            set session_replication_role = replica;
            insert into patient (id, facility, number, family_name, given_name, family_kana, given_kana, birth_date, sex,
                                 postal_code, address, phone, died_on, demographics_at)
            overriding system value values
                (1, 9, 'K-1', '見本', '花子', 'ﾐﾎﾝ', 'はなこ', '1950-02-28', 'female', '730-0011', '広島県架空市一丁目',
                 '082-999-1234', '2026-04-30', now()),
                (2, 9, 'K-2', '', '', '', '', null, 'unknown', '', '', '', null, '-infinity');
            insert into person (id, regional_id, family_name, given_name, family_kana, given_kana, birth_date, sex,
                                postal_code, address, town, phone)
            values ('0a000000-0000-4000-8000-000000000001', 'R-1', '仮名', '太郎', 'カメイ', 'タロウ', '1961-05-05', 'male',
                    '730-0012', '広島県仮名市二丁目', '仮名市', '082-999-5678');
            insert into patient_insurance (patient, insurer, symbol, number, branch) values (1, '39349999', '架空', '41000001', '01');
            insert into resident_entry (list, birth_date, sex, family_name, given_name, family_kana, given_kana, postal_code,
                                        address, former_family_name, former_family_kana, former_address, valid_on)
            values (3, '1970-07-07', 'male', '例田', '次郎', 'レイダ', 'ジロウ', '730-0013', '広島県例田市三丁目', '試山', 'タメシヤマ', '',
                    '2026-04-01');
            insert into search_key (key, patient) values (4711, 1);
            """;

    @Autowired
    private Accounts accounts;

    @Autowired
    private Flyway flyway;

    private @Nullable OlderDatabase older;

    @BeforeEach
    void anotherDatabase() {
        older = new OlderDatabase("people_taken_over", accounts, flyway);
        older.takenOver("20261130.0901", BEFORE);
    }

    @AfterEach
    void itIsGone() {
        older().drop();
    }

    private OlderDatabase older() {
        return Objects.requireNonNull(older);
    }

    @Test
    void everybodyReadsAsBeforeAndNoFileOfTheirTablesNamesThem() {
        var sealed = new SealedDemographics(keys());
        var db = older().db();
        assertThat(db.query("select id, shown from patient order by id", (row, n) -> sealed.patient(row, "id")))
                .containsExactly(
                        new Demographics(
                                "見本",
                                "花子",
                                "ﾐﾎﾝ",
                                "はなこ",
                                LocalDate.of(1950, 2, 28),
                                "female",
                                "730-0011",
                                "広島県架空市一丁目",
                                "082-999-1234",
                                LocalDate.of(2026, 4, 30)),
                        SealedDemographics.NOBODY);
        assertThat(db.query("select id, shown from person", (row, n) -> sealed.person(row, "id")))
                .containsExactly(new RegisteredWords(
                        new Demographics(
                                "仮名",
                                "太郎",
                                "カメイ",
                                "タロウ",
                                LocalDate.of(1961, 5, 5),
                                "male",
                                "730-0012",
                                "広島県仮名市二丁目",
                                "082-999-5678",
                                null),
                        "仮名市"));
        assertThat(db.query(
                        "select shown from patient_insurance",
                        (row, n) -> new SealedInsurance(keys()).open(1, row.getBytes("shown"))))
                .containsExactly(new InsuredNumber("39349999", "架空", "41000001", "01"));
        assertThat(db.queryForList("select key from search_key", Long.class))
                .containsExactly(new KeyedSearch(keys()).of(4711));
        db.execute("checkpoint");
        for (var table : List.of("patient", "person", "patient_insurance", "resident_entry", "search_key")) {
            var file = new String(
                    db.queryForObject("select pg_read_binary_file(pg_relation_filepath(?))", byte[].class, table),
                    StandardCharsets.ISO_8859_1);
            for (var word : List.of("見本", "花子", "はなこ", "架空市", "999-1234", "仮名", "41000001", "例田", "試山")) {
                assertThat(file.contains(
                                new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1)))
                        .as(word + " in the file of " + table)
                        .isFalse();
            }
        }
    }

    @Test
    void theyAreFoundByTheKeysOfTheCentre() {
        var found = new PeopleKeys(keys());
        var db = older().db();
        assertThat(db.queryForList(
                        "select id from patient where born_key = ? and died and kana_keys @> ?",
                        Long.class,
                        found.born(LocalDate.of(1950, 2, 28)),
                        found.beginning(new hmnet.ground.directory.FacilityId(9), "ミホンハナ")))
                .containsExactly(1L);
        assertThat(db.queryForList(
                        "select id from person where born_key = ?", UUID.class, found.born(LocalDate.of(1961, 5, 5))))
                .containsExactly(PERSON);
        assertThat(db.queryForList(
                        "select list from resident_entry where born_key = ?",
                        Long.class,
                        found.born(LocalDate.of(1970, 7, 7))))
                .containsExactly(3L);
    }
}

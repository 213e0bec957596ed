package hmnet.bench;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.OwnerDatabase;
import hmnet.formats.model.chart.Demographics;
import hmnet.ground.keys.Keys;
import hmnet.ground.keys.Secrets;
import hmnet.people.patients.PeopleKeys;
import hmnet.people.patients.SealedDemographics;
import hmnet.people.patients.SealedDemographics.RegisteredWords;
import hmnet.people.patients.SealedNumbers;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/// A prefecture of invented people, written straight into the database (架空の住民): as many persons as wanted
/// with consents, and a chart of every third at one hospital, tied. Four hundred names and eighty years of
/// birthdays, drawn apart: among a million every twelfth has a namesake of the same day.
final class Townsfolk {
    private static final String FAMILIES =
            "array['佐藤','髙橋','田中','山﨑','伊藤','渡邊','中村','小林','加藤','吉田','山田','佐々木','山口','松本','井上','木村','林','斎藤','清水','廣田']";
    private static final String FAMILY_KANA =
            "array['サトウ','タカハシ','タナカ','ヤマサキ','イトウ','ワタナベ','ナカムラ','コバヤシ','カトウ','ヨシダ','ヤマダ','ササキ','ヤマグチ','マツモト','イノウエ','キムラ','ハヤシ','サイトウ','シミズ','ヒロタ']";
    private static final String GIVEN =
            "array['花子','太郎','一郎','洋子','健','恵','誠','由美','隆','直美','学','久美子','浩','裕子','豊','幸子','茂','和子','清','節子']";
    private static final String GIVEN_KANA =
            "array['ハナコ','タロウ','イチロウ','ヨウコ','ケン','メグミ','マコト','ユミ','タカシ','ナオミ','マナブ','クミコ','ヒロシ','ユウコ','ユタカ','サチコ','シゲル','カズコ','キヨシ','セツコ']";

    private static final int BATCH = 1_000;

    private Townsfolk() {}

    /// Somebody to ask for.
    record KnownResident(String familyKana, String givenKana, String family, String born) {}

    static List<KnownResident> move(CentreProcess centre, String hospital, int people) throws IOException {
        var picked = """
                select n, (%s)[1 + family] as family, (%s)[1 + given] as given, (%s)[1 + family] as family_kana,
                       (%s)[1 + given] as given_kana, date '1930-01-01' + day as born
                  from generate_series(1, %d) as n
                 cross join lateral (select abs(hashint8extended(n, 1) %% 20)::int as family,
                                            abs(hashint8extended(n, 2) %% 20)::int as given,
                                            abs(hashint8extended(n, 3) %% 29000)::int as day) d""".formatted(FAMILIES, GIVEN, FAMILY_KANA, GIVEN_KANA, people);
        try (var database = OwnerDatabase.of(centre);
                var statement = database.createStatement()) {
            statement.execute("create temp table folk as select gen_random_uuid() as id, p.* from (" + picked + ") p");
            statement.execute(
                    "create temp table chart as select id as person, n, nextval(pg_get_serial_sequence('patient', 'id')) as id,"
                            + " (select id from facility where code = '" + hospital
                            + "') as home from folk where n % 3 = 0");
            settle(database, Secrets.in(centre.data()).keys());
            statement.execute("insert into consent (person, state) select id, 'given' from folk");
            statement.execute("insert into linkage (patient, person, since) select id, person, now() from chart");
            statement.execute("analyze");
            return known(statement, people);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void settle(Connection database, Keys keys) throws SQLException {
        var sealed = new SealedDemographics(keys);
        var peopleKeys = new PeopleKeys(keys);
        var numbers = new SealedNumbers(keys);
        database.setAutoCommit(false);
        try (var read = database.prepareStatement(
                        "select f.*, c.id as chart, c.home from folk f left join chart c on c.n = f.n");
                var person = database.prepareStatement(
                        "insert into person (id, regional_id, shown, born_key) values (?, ?, ?, ?)");
                var patient = database.prepareStatement("""
                        insert into patient (id, facility, number, shown, born_key, name_key, kana_keys, demographics_at)
                        overriding system value values (?, ?, ?, ?, ?, ?, ?, now())""")) {
            read.setFetchSize(BATCH);
            try (var rows = read.executeQuery()) {
                for (var n = 1; rows.next(); n++) {
                    var said = said(rows);
                    var id = rows.getObject("id", UUID.class);
                    person.setObject(1, id);
                    person.setString(2, "bench" + rows.getInt("n"));
                    person.setBytes(3, sealed.seal(id, new RegisteredWords(said, "")));
                    person.setObject(4, peopleKeys.born(said.birthDate()));
                    person.addBatch();
                    var chart = rows.getLong("chart");
                    if (chart != 0) {
                        var home = rows.getLong("home");
                        patient.setLong(1, chart);
                        patient.setLong(2, home);
                        patient.setBytes(3, numbers.of(home, "B" + rows.getInt("n")));
                        patient.setBytes(4, sealed.seal(chart, said));
                        patient.setObject(5, peopleKeys.born(said.birthDate()));
                        patient.setObject(6, peopleKeys.name(said));
                        patient.setObject(7, peopleKeys.beginnings(home, said));
                        patient.addBatch();
                    }
                    if (n % BATCH == 0) {
                        person.executeBatch();
                        patient.executeBatch();
                    }
                }
            }
            person.executeBatch();
            patient.executeBatch();
        }
        database.commit();
        database.setAutoCommit(true);
    }

    private static Demographics said(ResultSet row) throws SQLException {
        return new Demographics(
                row.getString("family"),
                row.getString("given"),
                row.getString("family_kana"),
                row.getString("given_kana"),
                row.getObject("born", LocalDate.class),
                "female",
                "",
                "広島県架空市一丁目" + row.getInt("n"),
                "",
                null);
    }

    private static List<KnownResident> known(Statement statement, int people) throws SQLException {
        var random = new Random(people);
        var numbers = new ArrayList<String>();
        random.ints(2_000, 1, Math.max(2, people / 3)).forEach(n -> numbers.add(Integer.toString(n * 3)));
        var known = new ArrayList<KnownResident>();
        try (var rows = statement.executeQuery("select family_kana, given_kana, family, born from folk where n in ("
                + String.join(",", numbers) + ")")) {
            while (rows.next()) {
                known.add(
                        new KnownResident(rows.getString(1), rows.getString(2), rows.getString(3), rows.getString(4)));
            }
        }
        return known;
    }
}

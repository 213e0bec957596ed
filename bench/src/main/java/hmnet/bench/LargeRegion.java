package hmnet.bench;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.OwnerDatabase;
import hmnet.formats.model.chart.Demographics;
import hmnet.ground.keys.Keys;
import hmnet.ground.keys.Secrets;
import hmnet.people.patients.PeopleKeys;
import hmnet.people.patients.SealedDemographics;
import hmnet.people.patients.SealedNumbers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Very many charts put into a centre's database as if they had been filed (大規模地域の患者), waiting to be
/// matched but set aside, so that nobody matches them yet.
final class LargeRegion {
    private static final int BATCH = 10_000;
    private static final String INSERT = """
            with wanted as (select * from unnest(?::bigint[], ?::bigint[], ?::bytea[], ?::bytea[], ?::bigint[], ?::bigint[], ?::text[])
                                     as w(id, home, number, shown, born, name, kana)),
                 made as (insert into patient (id, facility, number, shown, born_key, name_key, kana_keys, demographics_at)
                          overriding system value
                          select id, home, number, shown, born, name, kana::bigint[], now() from wanted
                          returning id)
            insert into match_waiting (patient, parked_until) select id, now() + interval '1 day' from made""";

    private LargeRegion() {}

    /// Fills it with the charts of a file that `Charts` wrote.
    static void fill(CentreProcess centre, Path records) throws IOException {
        var keys = Secrets.in(centre.data()).keys();
        try (var database = OwnerDatabase.of(centre);
                var lines = Files.lines(records)) {
            var batch = new ArrayList<String[]>(BATCH);
            for (var line : (Iterable<String>) lines.skip(1)::iterator) {
                batch.add(line.split(",", -1));
                if (batch.size() == BATCH) {
                    insert(database, keys, batch);
                    batch.clear();
                }
            }
            insert(database, keys, batch);
            try (var statement = database.createStatement()) {
                statement.execute("analyze patient");
                statement.execute("analyze match_waiting");
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    /// How many charts wait to be matched now.
    static long waiting(CentreProcess centre) throws IOException {
        return number(centre, "select count(*) from match_waiting where parked_until is null");
    }

    static long number(CentreProcess centre, String query) throws IOException {
        try (var database = OwnerDatabase.of(centre);
                var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static void insert(Connection database, Keys keys, List<String[]> charts) throws SQLException {
        var sealed = new SealedDemographics(keys);
        var peopleKeys = new PeopleKeys(keys);
        var numbers = new SealedNumbers(keys);
        var homes = numbers(database, "select id from facility order by id");
        var ids = numbers(
                database,
                "select nextval(pg_get_serial_sequence('patient', 'id')) from generate_series(1, " + charts.size()
                        + ")");
        var columns = new @Nullable Object[][] {
            ids,
            new Long[ids.length],
            new byte[ids.length][],
            new byte[ids.length][],
            new Long[ids.length],
            new Long[ids.length],
            new String[ids.length]
        };
        for (var row = 0; row < ids.length; row++) {
            var chart = NamedPatient.of(charts.get(row));
            var home = homes[(int) (chart.ordinal() % homes.length)];
            var said = chart.said();
            columns[1][row] = home;
            columns[2][row] = numbers.of(home, chart.number());
            columns[3][row] = sealed.seal(ids[row], said);
            columns[4][row] = peopleKeys.born(said.birthDate());
            columns[5][row] = peopleKeys.name(said);
            columns[6][row] = Arrays.stream(peopleKeys.beginnings(home, said))
                    .map(String::valueOf)
                    .collect(Collectors.joining(",", "{", "}"));
        }
        try (var statement = database.prepareStatement(INSERT)) {
            for (var n = 0; n < columns.length; n++) {
                statement.setObject(n + 1, columns[n]);
            }
            statement.executeUpdate();
        }
    }

    private static Long[] numbers(Connection database, String query) throws SQLException {
        var numbers = new ArrayList<Long>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery(query)) {
            while (rows.next()) {
                numbers.add(rows.getLong(1));
            }
        }
        return numbers.toArray(Long[]::new);
    }

    /// One line of such a file as a hospital names somebody.
    record NamedPatient(
            String number,
            String family,
            String given,
            String familyKana,
            String givenKana,
            @Nullable LocalDate born,
            boolean woman,
            String postalCode,
            String address,
            String phone) {
        /// The number at the end of its own.
        long ordinal() {
            return Long.parseLong(number.substring(Math.max(0, number.length() - 9)));
        }

        Demographics said() {
            return new Demographics(
                    family,
                    given,
                    familyKana,
                    givenKana,
                    born,
                    woman ? "female" : "male",
                    postalCode,
                    address,
                    phone,
                    null);
        }

        static NamedPatient of(String[] line) {
            var name = (line[Charts.NAME].replace('　', ' ') + " ").split(" ", -1);
            var kana = (line[Charts.KANA].replace('　', ' ') + " ").split(" ", -1);
            return new NamedPatient(
                    line[0],
                    name[0],
                    name[1],
                    kana[0],
                    kana[1],
                    line[Charts.BORN].isEmpty()
                            ? null
                            : LocalDate.parse(line[Charts.BORN], DateTimeFormatter.BASIC_ISO_DATE),
                    line[Charts.SEX].equals("F"),
                    line[Charts.POSTAL],
                    line[Charts.ADDRESS],
                    line[Charts.PHONE]);
        }
    }
}

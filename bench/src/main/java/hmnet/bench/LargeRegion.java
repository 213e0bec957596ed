package hmnet.bench;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.OwnerDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Very many charts put into a centre's database as if they had been filed (大規模地域の患者), waiting to be
/// matched but set aside, so that nobody matches them yet.
final class LargeRegion {
    private static final int BATCH = 10_000;
    private static final String INSERT = """
            with wanted as (select * from unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::date[], ?::text[],
                                                 ?::text[], ?::text[], ?::text[])
                                     as w(number, family, given, family_kana, given_kana, born, sex, postal, address, phone)),
                 homes as (select array_agg(id order by id) as ids from facility),
                 made as (insert into patient (facility, number, family_name, given_name, family_kana, given_kana,
                                               birth_date, sex, postal_code, address, phone, demographics_at)
                          select ids[1 + right(number, 9)::bigint % cardinality(ids)], number, family, given, family_kana,
                                 given_kana, born, sex, postal, address, phone, now() from wanted, homes
                          returning id)
            insert into match_waiting (patient, parked_until) select id, now() + interval '1 day' from made""";

    private LargeRegion() {}

    /// Fills it with the charts of a file that `Charts` wrote.
    static void fill(CentreProcess centre, Path records) throws IOException {
        try (var database = OwnerDatabase.of(centre);
                var lines = Files.lines(records)) {
            var batch = new ArrayList<String[]>(BATCH);
            for (var line : (Iterable<String>) lines.skip(1)::iterator) {
                batch.add(line.split(",", -1));
                if (batch.size() == BATCH) {
                    insert(database, batch);
                    batch.clear();
                }
            }
            insert(database, batch);
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

    private static void insert(Connection database, List<String[]> charts) throws SQLException {
        try (var statement = database.prepareStatement(INSERT)) {
            var columns = new ArrayList<@Nullable String[]>();
            for (var n = 0; n < 10; n++) {
                columns.add(new String[charts.size()]);
            }
            for (var row = 0; row < charts.size(); row++) {
                var chart = NamedPatient.of(charts.get(row));
                var values = new String[] {
                    chart.number(),
                    chart.family(),
                    chart.given(),
                    chart.familyKana(),
                    chart.givenKana(),
                    chart.born() == null ? null : chart.born().toString(),
                    chart.woman() ? "female" : "male",
                    chart.postalCode(),
                    chart.address(),
                    chart.phone()
                };
                for (var n = 0; n < values.length; n++) {
                    columns.get(n)[row] = values[n];
                }
            }
            for (var n = 0; n < columns.size(); n++) {
                statement.setArray(n + 1, database.createArrayOf("text", columns.get(n)));
            }
            statement.executeUpdate();
        }
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

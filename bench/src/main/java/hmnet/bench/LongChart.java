package hmnet.bench;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.Hospital;
import hmnet.bench.stage.Load;
import hmnet.bench.stage.OwnerDatabase;
import hmnet.gateway.StorageFile;
import hmnet.ground.keys.Secrets;
import hmnet.people.patients.SealedNumbers;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A person with very many rows (長大なカルテ): the orders of one patient are sent again and again through the real door,
/// each
/// time under numbers of their own and on other days of the last thirty years.
final class LongChart {
    /// A dated order of an SS-MIX2 storage: patient, day, type, order.
    private static final Pattern ORDER = Pattern.compile("(.*/[0-9]{8}/O[^/]*/[^_]*)_([0-9]{8})_([^_]*)_([0-9]+)_(.*)");

    private static final int DAYS = 30 * 365;
    private static final int BATCH = 10_000;
    private static final LocalDate NEWEST = LocalDate.of(2026, 10, 31);

    private final Hospital hospital;
    private final List<StorageFile> orders;
    private int made;

    private LongChart(Hospital hospital, List<StorageFile> orders) {
        this.hospital = hospital;
        this.orders = orders;
    }

    /// Lets the largest of these charts grow.
    ///
    /// @param rows that it shall have at least
    /// @return the chart as it is then
    static Practice.Chart grown(CentreProcess centre, List<Hospital> hospitals, List<Practice.Chart> charts, int rows)
            throws IOException {
        var largest = charts.stream()
                .reduce((one, other) -> other.rows() > one.rows() ? other : one)
                .orElseThrow();
        var person = UUID.fromString(largest.person());
        var growing = LongChart.of(hospitals, numbers(centre, person));
        for (var now = largest.rows(); now < rows; now = rows(centre, person)) {
            Load.send(centre, List.of(growing.hospital.with(growing.next((int) Math.min(BATCH, rows - now)))));
        }
        try (var database = OwnerDatabase.of(centre);
                var statement = database.createStatement()) {
            statement.execute("analyze");
        } catch (SQLException e) {
            throw new IOException(e);
        }
        return new Practice.Chart(largest.person(), rows(centre, person), largest.resources());
    }

    /// At the hospital of this person that has most of it.
    private static LongChart of(List<Hospital> hospitals, List<OwnNumber> numbers) throws IOException {
        return numbers.stream()
                .flatMap(own -> hospitals.stream()
                        .filter(hospital -> hospital.code().equals(own.facility()))
                        .map(hospital -> new LongChart(hospital, orders(hospital, own.number()))))
                .filter(found -> !found.orders.isEmpty())
                .reduce((one, other) -> other.orders.size() > one.orders.size() ? other : one)
                .orElseThrow(() -> new IOException("Nobody sends orders of the largest chart"));
    }

    private static List<StorageFile> orders(Hospital hospital, String number) {
        return hospital.files().stream()
                .filter(file -> file.path().contains("/" + number + "/")
                        && ORDER.matcher(file.path()).matches())
                .toList();
    }

    /// The next so many files.
    private List<StorageFile> next(int files) {
        return Stream.generate(this::another).limit(files).toList();
    }

    private StorageFile another() {
        var file = orders.get(made % orders.size());
        var order = ORDER.matcher(file.path());
        if (!order.matches()) {
            throw new IllegalStateException(file.path());
        }
        var day = NEWEST.minusDays((long) made * 7 % DAYS).format(DateTimeFormatter.BASIC_ISO_DATE);
        var number = String.format(Locale.ROOT, "7%014d", made++);
        // ISO-2022-JP writes Japanese in seven bits too: byte for byte nothing else changes.
        var text = new String(file.bytes(), StandardCharsets.ISO_8859_1)
                .replace(order.group(4), number)
                .replace(order.group(2), day);
        var path = file.path().replace(order.group(4), number).replace(order.group(2), day);
        return new StorageFile(path, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /// A chart number with the code of its hospital.
    private record OwnNumber(String facility, String number) {}

    private static List<OwnNumber> numbers(CentreProcess centre, UUID person) throws IOException {
        var sealed = new SealedNumbers(Secrets.in(centre.data()).keys());
        try (var database = OwnerDatabase.of(centre);
                var statement = database.prepareStatement("""
                        select f.code, p.facility, p.number from linkage l join patient p on p.id = l.patient
                          join facility f on f.id = p.facility
                         where l.person = ?""")) {
            statement.setObject(1, person);
            var numbers = new ArrayList<OwnNumber>();
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    numbers.add(new OwnNumber(
                            Objects.requireNonNull(rows.getString("code")), Objects.requireNonNull(sealed.open(rows))));
                }
            }
            return numbers;
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    private static long rows(CentreProcess centre, UUID person) throws IOException {
        try (var database = OwnerDatabase.of(centre);
                var statement = database.prepareStatement("""
                        select count(*) from record r join linkage l on l.patient = r.patient
                         where r.state = 1 and l.person = ?""")) {
            statement.setObject(1, person);
            try (var rows = statement.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }
}

package hmnet;

import static hmnet.DumpPapers.ADDRESS;
import static hmnet.DumpPapers.AT;
import static hmnet.DumpPapers.BORN;
import static hmnet.DumpPapers.DEPARTMENT;
import static hmnet.DumpPapers.DISEASE;
import static hmnet.DumpPapers.FAMILY;
import static hmnet.DumpPapers.GIVEN;
import static hmnet.DumpPapers.KANA;
import static hmnet.DumpPapers.LETTER;
import static hmnet.DumpPapers.NUMBER;
import static hmnet.DumpPapers.PHONE;
import static hmnet.DumpPapers.POSTAL;
import static hmnet.DumpPapers.WORDS;
import static hmnet.DumpPapers.diagnosis;
import static hmnet.DumpPapers.prescription;
import static hmnet.DumpPapers.profile;
import static hmnet.DumpPapers.results;
import static hmnet.ground.design.JapaneseDates.JAPAN;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.notes.WrittenNotes;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.exchange.updates.Subscriber;
import hmnet.exchange.updates.Subscribers;
import hmnet.formats.model.code.Label;
import hmnet.ground.approval.Approvals;
import hmnet.ground.approval.Subject;
import hmnet.ground.database.Accounts;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.office.incidents.Incidents;
import hmnet.people.arrivals.MovedResidents;
import hmnet.people.arrivals.ResidentEntry;
import hmnet.people.links.Person;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.Patients;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartEntry;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.InboxState.FileState;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import hmnet.record.inbox.Uploads;
import hmnet.record.numberreviews.DecidedNumbers;
import hmnet.record.numberreviews.NumberDesk;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// What a thief of the database and of the data folder reads (盗まれた控え): of a person's names, numbers, diseases, tests
/// and drugs nothing, but for the columns of a list that may only become shorter.
class DumpTest extends Ward {
    /// Columns that still say something of a person. Who seals one takes it off: the test fails until then.
    private static final Set<String> STILL_READABLE = Set.of();

    /// Codes and names as a facility uses them, of no person: a table of them is how they get explained.
    private static final Set<String> OF_NO_PERSON = Set.of("unmapped_code.code", "unmapped_code.display");

    /// The planner's samples of all columns.
    private static final String COPIES = "pg_statistic";

    @Autowired
    private Accounts accounts;

    @Autowired
    private Uploads uploads;

    @Autowired
    private MovedResidents residents;

    @Autowired
    private NumberDesk numberDesk;

    @Autowired
    private Approvals approvals;

    @Autowired
    private Subscribers subscribers;

    @Autowired
    private Patients patients;

    @Autowired
    private SamePersons samePersons;

    @Autowired
    private Incidents incidents;

    @Autowired
    private BeanFactory beans;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void neitherTheDatabaseNorTheDataFolderSaysAnythingOfAPerson() throws SQLException, IOException {
        var hospital = hospital();
        everythingHappens(hospital);
        try (var database = administrator()) {
            var columns = readable(database);
            columns.forEach((column, words) -> System.out.println("readable: " + column + " " + words));
            var files = files(database, columns);
            files.forEach((file, words) -> System.out.println("readable: " + file + " " + words));
            var listed = new TreeSet<>(STILL_READABLE);
            listed.addAll(OF_NO_PERSON);
            assertThat(columns.keySet())
                    .as("columns that say something of a person; a listed one that is missing here comes off the list")
                    .containsExactlyElementsOf(listed);
            assertThat(files).as("files of the data folder").isEmpty();
        }
    }

    @Test
    void noTwoRowsOfAChartLookAlikeWhateverTheirLabelsAndDepartments() throws SQLException {
        var hospital = hospital();
        filed(
                hospital,
                profile(),
                results(),
                prescription(),
                diagnosis(),
                Papers.girl(NUMBER + "9").visit());
        try (var owner = owner();
                var rows = owner.createStatement()
                        .executeQuery("select labels, department from record where facility = " + hospital.value())) {
            var labels = new ArrayList<Long>();
            var departments = new ArrayList<String>();
            while (rows.next()) {
                labels.add(rows.getLong(1));
                departments.add(HexFormat.of().formatHex(rows.getBytes(2)));
            }
            assertThat(labels)
                    .hasSizeGreaterThan(3)
                    .doesNotHaveDuplicates()
                    .allMatch(label -> Math.abs(label) > 0xFFFF);
            assertThat(departments).doesNotHaveDuplicates();
            assertThat(departments.stream().map(String::length).distinct()).hasSize(1);
        }
    }

    /// A few people, and what befalls their records in a day.
    private void everythingHappens(FacilityId hospital) {
        var person = holder();
        consents.record(person, ConsentChoice.EVERYTHING, "paper", "2026-04", office());
        relations.tie(at(hospital, Profession.RECEPTION), person, NUMBER);
        var results = results();
        filed(hospital, profile(), results, prescription(), diagnosis());
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        assertThat(shown(doctor, person).stream().map(ChartEntry::labels).flatMap(Set::stream))
                .contains(Label.HIV);
        filed(hospital, Papers.flagged(results, '0'));
        await(() -> count("select count(*) from correction_notice where facility = " + hospital.value()) == 1);
        var refused = filed(
                        hospital,
                        new ReceivedFile("any/" + FAMILY + GIVEN + "_" + NUMBER + ".txt", LETTER.getBytes(UTF_8)))
                .getFirst();
        assertThat(state(hospital, refused).state()).isEqualTo(FileState.QUARANTINED);
        var other = filed(hospital, Papers.girl(NUMBER).visit()).getFirst();
        assertThat(state(hospital, other).state()).isEqualTo(FileState.QUARANTINED);
        residents.keep(list(), List.of(moved()));
        var upload = uploads.begin(hospital, Door.FILES, LETTER + ".txt", 1000, null, "filename " + LETTER)
                .orElseThrow();
        assertThat(uploads.add(hospital, upload, 0, (LETTER + DISEASE).getBytes(UTF_8)))
                .isPresent();
        WrittenNotes.write(beans, doctor, person, FAMILY + GIVEN + "（" + NUMBER + "）" + DISEASE);
        whatPeopleWrite(hospital, person);
    }

    /// The pages ask for reasons and not for names; people write names all the same.
    private void whatPeopleWrite(FacilityId hospital, PersonId person) {
        var words = FAMILY + GIVEN + "（" + NUMBER + "）" + DISEASE;
        DecidedNumbers.another(numberDesk, NUMBER, words, office());
        settle(hospital);
        transaction.executeWithoutResult(status -> {
            assertThat(approvals.propose(new Subject("dump", "1"), words, words, 7, office().actor()))
                    .isTrue();
        });
        subscribers.enter(new Subscriber(hospital, "emr.mihon.example", 2575, "", "EHR", "MIHON", List.of(), true));
        var chart = patients.holders(hospital, NUMBER).getFirst().patient();
        assertThat(incidents.takeBack(chart, person, LocalDate.now(JAPAN), words, office()))
                .isPresent();
        samePersons.join(person, holder(), office().actor(), words);
        relations.tie(at(hospital, Profession.RECEPTION), person, NUMBER + "2");
        await(() -> count("select count(*) from pix_notice where facility = " + hospital.value())
                        + count("select count(*) from pix_told where facility = " + hospital.value())
                > 0);
    }

    /// A municipality's list; its lines come by the door that the office's page uses.
    private long list() {
        return db.sql("""
                        insert into resident_list (municipality, valid_on, received_by, charset, sha256, size, masked, lines, refused,
                                                   kept, forget_on)
                        values ('架空市', current_date, ?, 'UTF-8', sha256(''), 0, false, 1, 0, 1, current_date + 30)
                        returning id""").param(office().staff().value()).query(Long.class).single();
    }

    private static ResidentEntry moved() {
        return new ResidentEntry(
                BORN, "male", FAMILY, GIVEN, KANA, "カスミノスケ", POSTAL, ADDRESS, "", "", "広島県架空市一丁目", AT.toLocalDate());
    }

    private PersonId holder() {
        var applicant = new Person(
                PersonId.fresh(), "", FAMILY, GIVEN, KANA, "カスミノスケ", BORN, "male", POSTAL, ADDRESS, "幻影郡", PHONE);
        return cards.issueFor(applicant, office()).holder().id();
    }

    private long count(String sql) {
        return db.sql(sql).query(Long.class).single();
    }

    private Connection administrator() throws SQLException {
        return DriverManager.getConnection(accounts.url(), "postgres", accounts.administratorPassword());
    }

    /// Every column of every table of every schema, and the words that stand in it.
    private static Map<String, Set<String>> readable(Connection database) throws SQLException {
        var words = new DumpWords(
                Stream.concat(WORDS.stream(), Stream.of(DEPARTMENT)).toList());
        var found = new TreeMap<String, Set<String>>();
        try (var statement = database.createStatement();
                var columns = statement.executeQuery("""
                        select n.nspname, c.relname, a.attname, t.typname
                          from pg_class c join pg_namespace n on n.oid = c.relnamespace
                          join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
                          join pg_type t on t.oid = a.atttypid
                         where (n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')
                                or c.relname in ('pg_largeobject', 'pg_description'))
                           and c.relkind in ('r', 'p', 'm') and not c.relispartition
                         order by 1, 2, 3""")) {
            var seen = 0;
            while (columns.next()) {
                var table = columns.getString(2);
                var value = columns.getString(4).equals("bytea")
                        ? "\"" + columns.getString(3) + "\""
                        : "convert_to(\"" + columns.getString(3) + "\"::text, 'UTF8')";
                var said = inColumn(
                        database,
                        "select " + value + " from \"" + columns.getString(1) + "\".\"" + table + "\"",
                        words);
                if (!said.isEmpty()) {
                    found.put(table + "." + columns.getString(3), said);
                }
                seen++;
            }
            assertThat(seen).as("columns looked at").isGreaterThan(400);
        }
        return found;
    }

    private static Set<String> inColumn(Connection database, String sql, DumpWords words) throws SQLException {
        var found = new TreeSet<String>();
        database.setAutoCommit(false);
        try (var statement = database.createStatement()) {
            statement.setFetchSize(200);
            try (var rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    var bytes = rows.getBytes(1);
                    if (bytes != null) {
                        found.addAll(words.in(bytes));
                    }
                }
            }
        }
        database.rollback();
        database.setAutoCommit(true);
        return found;
    }

    /// Every file below the data folder but the secrets, with the words that no readable column explains: a table's own
    /// file may hold what its own readable columns do, any other file what some readable column does.
    private static Map<String, Set<String>> files(Connection database, Map<String, Set<String>> columns)
            throws SQLException, IOException {
        try (var statement = database.createStatement()) {
            statement.execute("analyze");
            statement.execute("checkpoint");
        }
        var tables = tablesByFile(database);
        var explained = new HashMap<String, Set<String>>();
        columns.forEach((column, said) -> explained
                .computeIfAbsent(column.substring(0, column.indexOf('.')), t -> new TreeSet<>())
                .addAll(said));
        var anywhere = columns.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        var words = new DumpWords(WORDS);
        var found = new TreeMap<String, Set<String>>();
        try (var files = Files.walk(data())) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var path = data().relativize(file).toString();
                var said = path.startsWith("secrets") ? Set.<String>of() : words.in(read(file));
                var table = path.contains("/base/")
                        ? tables.get(file.getFileName().toString().replaceFirst("[._].*", ""))
                        : null;
                var may = table == null || table.equals(COPIES) ? anywhere : explained.getOrDefault(table, Set.of());
                var left = said.stream()
                        .filter(word -> !may.contains(word))
                        .collect(Collectors.toCollection(TreeSet::new));
                if (!left.isEmpty()) {
                    found.put(path + (table == null ? "" : " (" + table + ")"), left);
                }
            }
        }
        return found;
    }

    /// A file may go while it is looked at.
    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            return new byte[0];
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Which table a data file is of: its own, its index's or its overflow's.
    private static Map<String, String> tablesByFile(Connection database) throws SQLException {
        var tables = new HashMap<String, String>();
        try (var statement = database.createStatement();
                var rows = statement.executeQuery("""
                        select pg_relation_filenode(c.oid), coalesce(p.relname, o.relname, t.relname, c.relname)
                          from pg_class c
                          left join pg_index i on i.indexrelid = c.oid
                          left join pg_class o on o.reltoastrelid = coalesce(i.indrelid, c.oid)
                          left join pg_class t on t.oid = i.indrelid
                          left join pg_inherits h on h.inhrelid = coalesce(o.oid, t.oid, c.oid)
                          left join pg_class p on p.oid = h.inhparent
                         where pg_relation_filenode(c.oid) is not null""")) {
            while (rows.next()) {
                tables.put(rows.getString(1), rows.getString(2));
            }
        }
        return tables;
    }
}

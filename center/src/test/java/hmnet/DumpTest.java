package hmnet;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.hl7v2.message.CodedText;
import hmnet.formats.hl7v2.message.Doctor;
import hmnet.formats.hl7v2.message.Header;
import hmnet.formats.hl7v2.message.LabSpecimen;
import hmnet.formats.hl7v2.message.LabSpecimen.LabItem;
import hmnet.formats.hl7v2.message.Order;
import hmnet.formats.hl7v2.message.PatientLine;
import hmnet.formats.hl7v2.message.PatientLine.PersonName;
import hmnet.formats.hl7v2.message.Profile;
import hmnet.formats.hl7v2.message.Rp;
import hmnet.formats.hl7v2.message.Rp.Drug;
import hmnet.formats.hl7v2.message.Ssmix2Messages;
import hmnet.formats.hl7v2.message.Visit;
import hmnet.formats.model.code.Label;
import hmnet.formats.ssmix2.storage.StorageKind;
import hmnet.formats.ssmix2.storage.StorageName;
import hmnet.ground.database.Accounts;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Profession;
import hmnet.people.arrivals.MovedResidents;
import hmnet.people.arrivals.ResidentEntry;
import hmnet.people.links.Person;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartEntry;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.InboxState.FileState;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import hmnet.record.inbox.Uploads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
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
import org.springframework.beans.factory.annotation.Autowired;

/// What a thief of the database and of the data folder reads (盗まれた控え): of a person's names, numbers, diseases, tests
/// and
/// drugs nothing, but for the columns of a list that may only become shorter.
class DumpTest extends Ward {
    /// Columns that still say something of a person. Who seals one takes it off: the test fails until then.
    private static final Set<String> STILL_READABLE = Set.of(
            // people
            "patient.address",
            "patient.birth_date",
            "patient.family_kana",
            "patient.family_name",
            "patient.given_kana",
            "patient.given_name",
            "patient.phone",
            "patient.postal_code",
            "patient_insurance.number",
            "patient_insurance.symbol",
            "person.address",
            "person.birth_date",
            "person.family_kana",
            "person.family_name",
            "person.given_kana",
            "person.given_name",
            "person.phone",
            "person.postal_code",
            "resident_entry.address",
            "resident_entry.birth_date",
            "resident_entry.family_kana",
            "resident_entry.family_name",
            "resident_entry.given_kana",
            "resident_entry.given_name",
            "resident_entry.postal_code",
            // what came, and who did what
            "audit_event.event",
            "inbox.path",
            "inbox_outcome.detail",
            "upload.path",
            // chart numbers
            "identity_review.number",
            "patient.number");

    /// Codes and names as a facility uses them, of no person: a table of them is how they get explained.
    private static final Set<String> OF_NO_PERSON = Set.of("unmapped_code.code", "unmapped_code.display");

    /// The planner's samples of all columns.
    private static final String COPIES = "pg_statistic";

    private static final String NUMBER = "77Q41883905";
    private static final String FAMILY = "幻灯院";
    private static final String GIVEN = "霞乃介";
    private static final String KANA = "ゲントウイン";
    private static final LocalDate BORN = LocalDate.of(1911, 2, 23);
    private static final String ADDRESS = "幻影郡霧中町七丁目４２番";
    private static final String PHONE = "0899-77-4431";
    private static final String POSTAL = "799-9983";
    private static final String INSURANCE_SYMBOL = "霞霧組";
    private static final String INSURANCE_NUMBER = "904177352";
    private static final String DISEASE = "幻影性霧中症";
    private static final String ICD10 = "B24Q7753";
    private static final String DRUG = "霧中錠９７ｍｇ";
    private static final String DRUG_CODE = "998877661";
    private static final String TEST = "ＨＩＶ霧中抗体";
    private static final String JLAC10 = "5F560000002302399";
    private static final String LOCAL_CODE = "L7X9Q2M4K1";
    private static final String LOCAL_TEST = "院内霧中検査";
    private static final String LETTER = "霞乃介様御紹介状";

    /// Found in columns alone: five bytes may stand in megabytes of sealed bytes by chance.
    private static final String DEPARTMENT = "Q7XDK";

    private static final Set<String> WORDS = Set.of(
            NUMBER,
            FAMILY,
            GIVEN,
            KANA,
            "カスミノスケ",
            "ｹﾞﾝﾄｳｲﾝ",
            "げんとういん",
            "GENTOUIN",
            "1911-02-23",
            "19110223",
            ADDRESS,
            "霧中町",
            PHONE,
            "0899774431",
            POSTAL,
            "7999983",
            INSURANCE_SYMBOL,
            INSURANCE_NUMBER,
            DISEASE,
            ICD10,
            DRUG,
            "霧中錠97mg",
            DRUG_CODE,
            TEST,
            JLAC10,
            LOCAL_CODE,
            LOCAL_TEST,
            "000098765431",
            "000098765432",
            LETTER);

    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-04-01T10:20:30.456+09:00");
    private static final Doctor DOCTOR = new Doctor("D001", "架空", "一郎");
    private static final CodedText PSYCHIATRY = new CodedText(DEPARTMENT, "精神科", "99XY1");
    private static final PatientLine PATIENT = new PatientLine(
            NUMBER, new PersonName(FAMILY, GIVEN, KANA, "カスミノスケ"), BORN, "M", POSTAL, ADDRESS, PHONE, null);

    @Autowired
    private Accounts accounts;

    @Autowired
    private Uploads uploads;

    @Autowired
    private MovedResidents residents;

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
        var upload = uploads.begin(hospital, Door.FILES, LETTER + ".txt", 1000, null, "filename " + LETTER).orElseThrow();
        assertThat(uploads.add(hospital, upload, 0, (LETTER + DISEASE).getBytes(UTF_8))).isPresent();
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

    private static ReceivedFile profile() {
        var insurance = new Profile.Insurance(
                new CodedText("06", "組合", "JHSD0001"),
                "06349999",
                INSURANCE_SYMBOL,
                INSURANCE_NUMBER,
                LocalDate.of(2020, 4, 1),
                null,
                new CodedText("SEL", "本人", "HL70063"));
        return file(
                StorageKind.ADT_00,
                "",
                Ssmix2Messages.profile(
                        header(), PATIENT, new Profile("151.0", "48.5", "A", List.of(insurance), List.of())));
    }

    private static ReceivedFile prescription() {
        var drug = new Drug(new CodedText(DRUG_CODE, DRUG, "HOT9"), "1", new CodedText("TAB", "錠", "MR9P"), "3", "42");
        var usage = new CodedText("1013044400000000", "内服・経口・１日３回朝昼夕食後", "JAMISDP01");
        var rp = new Rp("1", usage, 14, AT.toLocalDate(), new CodedText("PO", "口", "HL70162"), List.of(drug));
        var outside = List.of(new CodedText("OHP", "外来処方", "MR9P"), new CodedText("OHO", "院外処方", "MR9P"));
        var order = "000000098765431";
        var body = Ssmix2Messages.prescription(header(), PATIENT, visit(), order(order), outside, List.of(rp));
        return file(StorageKind.OMP_01, order, body);
    }

    private static ReceivedFile results() {
        var specimen = new LabSpecimen(
                "S0001",
                new CodedText("023", "血清", "JC10"),
                AT.minusHours(2),
                new CodedText("E002", "生化学的検査", "99O03"),
                AT,
                List.of(item(JLAC10, TEST, "JC10"), item(LOCAL_CODE, LOCAL_TEST, "99XY9")));
        var order = "000000098765432";
        var body = Ssmix2Messages.labResult(header(), PATIENT, visit(), order(order), List.of(specimen));
        return file(StorageKind.OML_11, order, body);
    }

    private static LabItem item(String code, String name, String system) {
        return new LabItem(new CodedText(code, name, system), CodedText.NONE, "ST", "(-)", CodedText.NONE, "", "", "F");
    }

    private static ReceivedFile diagnosis() {
        var diagnosis = Papers.diagnosis("P1", DISEASE, ICD10);
        return file(StorageKind.PPR_01, "", Ssmix2Messages.diagnoses(header(), PATIENT, List.of(diagnosis)));
    }

    private static ReceivedFile file(StorageKind kind, String order, byte[] body) {
        var day = kind.undated() ? null : AT.toLocalDate();
        return new ReceivedFile(
                StorageName.live(NUMBER, day, kind, order, AT, kind.undated() ? "" : DEPARTMENT)
                        .path(),
                body);
    }

    private static Order order(String number) {
        return new Order("NW", number, AT, DOCTOR, PSYCHIATRY, false);
    }

    private static Visit visit() {
        return Visit.outpatient(DEPARTMENT, DOCTOR, AT);
    }

    private static Header header() {
        return new Header("HIS", "架空病院", AT, "C" + AT.toEpochSecond());
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
    /// file
    /// may hold what its own readable columns do, any other file what some readable column does.
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

package hmnet.record.filing;

import static hmnet.record.filing.Papers.ast;
import static hmnet.record.filing.Papers.diagnosis;
import static hmnet.record.filing.Papers.flagged;
import static hmnet.record.filing.Papers.hiv;
import static hmnet.record.filing.Papers.protein;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.hl7v2.adt.IdentityMessage.Issuer;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.people.patients.NumberIssuers;
import hmnet.people.patients.PatientClaim;
import hmnet.people.patients.Patients;
import hmnet.record.inbox.MessageInbox;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import hmnet.record.inbox.RefilingRequests;
import hmnet.record.inbox.RefilingRequests.LeftOriginal;
import hmnet.record.inbox.RefilingRequests.RefilingRequest;
import hmnet.record.inbox.RefilingRequests.RefilingScope;
import hmnet.record.inbox.RefilingRequests.RowTally;
import hmnet.record.vault.RowSeals;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.support.TransactionTemplate;

/// Originals filed again. What an older reader or rule had made of them is put into the table by the owner's hand.
class RefilingTest extends Ward {
    @Autowired
    private RefilingChore refiling;

    @Autowired
    private RefilingRequests requests;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MessageInbox messages;

    @Autowired
    private NumberIssuers issuers;

    @Autowired
    private Patients patients;

    private FacilityId hospital = new FacilityId(0);

    @BeforeEach
    void aHospital() {
        hospital = hospital();
    }

    @Test
    void whereRulesDidNotChangeNothingDoes() throws SQLException {
        filed(hospital, tree(number()));
        var before = digest(hospital);
        var rows = physical();
        var done = refiled(null, false);
        assertThat(done.tally()).isEqualTo(new RowTally(count(""), 0, 0, 0));
        assertThat(digest(hospital)).isEqualTo(before);
        assertThat(physical()).as("no row is written anew").isEqualTo(rows);
    }

    /// Also of rows that stay as they are.
    @Test
    void idsThatOthersGaveAreWrittenAgain() throws SQLException {
        filed(hospital, Papers.of(number()).results("000000000000041", ast("31", "F")));
        var ids = "select value, record from foreign_id where system = 'placer-order/%d'".formatted(hospital.value());
        var before = db.sql(ids).query().listOfRows();
        assertThat(before).hasSize(1);
        asOwner("delete from foreign_id where system = 'placer-order/%d'".formatted(hospital.value()), false);
        assertThat(refiled(null, false).tally().same()).isEqualTo(1);
        assertThat(db.sql(ids).query().listOfRows()).isEqualTo(before);
    }

    @Test
    void rowsOfAnOlderReaderBecomeWhatTodaysMakes() throws SQLException {
        filed(hospital, tree(number()));
        var right = everything();
        var digest = digest(hospital);
        var changed = asFiledUnderOlderRules();
        assertThat(everything()).isNotEqualTo(right);
        var plan = refiled(null, true);
        assertThat(plan.tally()).isEqualTo(changed);
        assertThat(everything()).as("a plan changes nothing").isNotEqualTo(right);
        assertThat(refiled(null, false).tally()).isEqualTo(changed);
        assertThat(everything()).isEqualTo(right);
        assertThat(digest(hospital)).isEqualTo(digest);
        assertThat(refiled(null, false).tally().same()).isEqualTo(right.size());
    }

    @Test
    void whatIsCutAnewKeepsWhenItCameAndWhatWasReleased() throws SQLException {
        filed(hospital, Papers.of(number()).results("000000000000041", ast("31", "F")));
        var label = label(everything().getFirst());
        asOwner("""
                update record set labels = labels # 1, received_at = '2026-01-01Z', released_at = '2026-02-01Z',
                                  counts_from = '2025-12-01Z' where kind <> 0""");
        assertThat(refiled(null, false).tally().changed()).isEqualTo(1);
        assertThat(everything()).singleElement().satisfies(row -> {
            assertThat(row).contains("2026-01-01", "2026-02-01", "2025-12-01");
            assertThat(label(row)).isEqualTo(label);
        });
    }

    /// Without the traces of what shows nothing.
    private static List<String> told(List<String> rows) {
        return rows.stream().filter(row -> !row.split("\\|", -1)[3].equals("0")).toList();
    }

    private static String label(String row) {
        return row.split("\\|", -1)[7];
    }

    @Test
    void oneKindIsFiledAgainAlone() throws SQLException {
        filed(hospital, tree(number()));
        var right = everything();
        asOwner("update record set labels = labels # 1 where kind in (%d, %d)"
                .formatted(RecordKind.DIAGNOSIS.bit(), RecordKind.PRESCRIPTION.bit()));
        var diagnoses = count(" and kind = " + RecordKind.DIAGNOSIS.bit());
        var tally = refiled(RecordKind.DIAGNOSIS, false).tally();
        assertThat(tally.changed()).isEqualTo(diagnoses).isPositive();
        var wrong = new ArrayList<>(everything());
        wrong.removeAll(right);
        assertThat(wrong).hasSize(count(" and kind = " + RecordKind.PRESCRIPTION.bit()));
    }

    @Test
    void brokenOffItGoesOnWhereItWas() throws SQLException {
        filed(hospital, tree(number()));
        filed(hospital, tree(number()));
        var digest = digest(hospital);
        var right = everything();
        asOwner("update record set labels = labels # 1");
        var id = asked(null, false);
        assertThat(asked(null, false)).as("asked again it is the same").isEqualTo(id);
        transaction.executeWithoutResult(status -> {
            refiling.piece();
            status.setRollbackOnly();
        });
        var done = finished(id);
        assertThat(done.messages()).isEqualTo(originals());
        assertThat(told(everything())).isEqualTo(told(right));
        assertThat(digest(hospital)).isEqualTo(digest);
    }

    @Test
    void besideACentreAtWorkNothingIsLostOrDoubled() throws SQLException {
        var numbers = List.of(number(), number(), number());
        numbers.forEach(number -> filed(hospital, tree(number)));
        asOwner("update record set labels = labels # 1");
        var later = new ArrayList<ReceivedFile>();
        for (var days = 1; days < 20; days++) {
            for (var number : numbers) {
                later.add(Papers.of(number).later(days).diagnoses(diagnosis("P1", "高血圧症", "I10")));
                later.add(Papers.of(number).later(days).visit());
            }
        }
        var sending = CompletableFuture.runAsync(() -> later.forEach(file -> sent(hospital, file)));
        while (!sending.isDone()) {
            refiled(null, false);
        }
        sending.join();
        settle(hospital);
        refiled(null, false);
        var alone = hospital();
        numbers.forEach(number -> filed(alone, tree(number)));
        filed(alone, later.toArray(ReceivedFile[]::new));
        assertThat(refiled(null, true).tally().changed()).isZero();
        assertThat(digest(hospital)).isEqualTo(digest(alone));
    }

    @Test
    void originalsThatCannotBeReadAreLeftByName() throws SQLException {
        var number = number();
        var papers = Papers.of(number);
        filed(hospital, papers.visit(), papers.diagnoses(diagnosis("P1", "高血圧症", "I10")));
        var held = filed(hospital, new ReceivedFile(papers.later(3).visit().path(), "MSH|nothing".getBytes(US_ASCII)));
        asOwner("""
                update inbox set body = substring(body from 1 for 20)
                 where id = (select min(id) from inbox where facility = %d)""".formatted(hospital.value()), false);
        asOwner(
                "update inbox set format = 2 where id = (select min(id) + 1 from inbox where facility = %d)"
                        .formatted(hospital.value()),
                false);
        var standing = everything();
        var done = refiled(null, false);
        assertThat(requests.left(done.id()).stream().map(LeftOriginal::why))
                .containsExactly("erased", "masked", "held");
        assertThat(requests.left(done.id()).getLast().inbox())
                .isEqualTo(held.getFirst().id());
        assertThat(everything()).as("their rows stay").isEqualTo(standing);
    }

    /// PID-3 names two numbers, and today the other issuer is the hospital's own.
    @Test
    void anOriginalNeverGoesToTheHumanOfTheNumberReadToday() throws SQLException {
        var first = number();
        var second = number();
        var arc = "OLD" + second;
        filed(hospital, Papers.of(first).profile(), Papers.girl(second).profile());
        messages.keepCare(hospital, ResultMessages.result(first + "^^^^PI~" + second + "^^^" + arc + "^PI"));
        settle(hospital);
        var standing = everything();
        asOwner(
                "insert into facility_attributes (facility, since, code, name, owner) values (%d, '2001-01-01', '%s', '見本', '見本')"
                        .formatted(hospital.value(), arc),
                false);
        await(() -> issuers.own(hospital).test(new Issuer(arc, "")));
        var done = refiled(null, false);
        assertThat(requests.left(done.id()).stream().map(LeftOriginal::why)).containsExactly("unclear");
        assertThat(everything()).as("it stays whose it was").isEqualTo(standing);
        asOwner("delete from record where kind = " + RecordKind.LAB_SAFETY.bit());
        var again = refiled(null, false);
        assertThat(requests.left(again.id()).stream().map(LeftOriginal::why)).containsExactly("unclear");
        assertThat(count(" and kind = " + RecordKind.LAB_SAFETY.bit()))
                .as("who alone has the number is another human")
                .isZero();
    }

    @Test
    void whatNeverStoodUnderANumberOfTwoHumansIsLeftByName() throws SQLException {
        var number = number();
        filed(hospital, Papers.of(number).profile());
        var girl = Papers.girl(number);
        var told = new Demographics("見本", "さくら", "ミホン", "サクラ", girl.patient().birthDate(), "female", "", "", "", null);
        patients.openNext(hospital, new PatientClaim(number, told, girl.at(), true));
        var both = ResultMessages.message("A1", number, "架空^花子", "19500228")
                + ResultMessages.message("A2", number, "見本^さくら", "20190503");
        filed(hospital, new ReceivedFile("both.hl7", both.getBytes(ResultMessages.MS932), Door.FILES));
        var ofGirl =
                list("select patient::text from record where facility = %d and kind <> 0 group by patient order by patient")
                        .getLast();
        asOwner("delete from record where patient = " + ofGirl);
        var standing = everything();
        var done = refiled(null, false);
        assertThat(everything()).as("nothing of the girl's reaches the woman").isEqualTo(standing);
        assertThat(requests.left(done.id()).stream().map(LeftOriginal::why)).containsExactly("unclear");
    }

    @Test
    void aFileOfTwoPatientsIsFiledAgainForBoth() throws SQLException {
        filed(hospital, FilesFilingTest.receipts(number(), number(), "見本の病気"));
        var right = everything();
        assertThat(list("select distinct patient::text from record where facility = %d"))
                .hasSize(2);
        asOwner("update record set labels = labels # 1 where kind <> 0");
        var done = refiled(null, false);
        assertThat(requests.left(done.id())).isEmpty();
        assertThat(done.tally().changed()).isEqualTo(count(" and kind <> 0")).isPositive();
        assertThat(everything()).isEqualTo(right);
    }

    @Test
    void whoAskedAndWhatChangedStandsInTheLog() {
        filed(hospital, Papers.of(number()).visit());
        var id = refiled(null, true).id();
        assertThat(logged("originals-refiled", "\"refiling\":\"" + id + "\""))
                .hasSize(2)
                .allMatch(event -> event.contains("\"plan\":\"true\""));
    }

    /// @return what filing again has to put right
    private RowTally asFiledUnderOlderRules() throws SQLException {
        var all = count("");
        asOwner("update record set labels = labels # 1 where kind = " + RecordKind.DIAGNOSIS.bit());
        var changed = count(" and kind = " + RecordKind.DIAGNOSIS.bit());
        var visit = list("select concat_ws('|', patient, id, encode(department, 'hex'), labels) from record"
                        + " where facility = %d and kind = " + RecordKind.VISIT.bit())
                .getFirst()
                .split("\\|", -1);
        var seal = new RowSeals(keys()).of(Long.parseLong(visit[0]));
        var old = UUID.fromString(visit[1]);
        var twin = UUID.randomUUID();
        var department = seal.department(old, HexFormat.of().parseHex(visit[2]));
        var extra = """
                insert into record (patient, occurred_at, id, kind, state, flag, facility, department, labels, source_key,
                                    version, correction, preliminary, received_at, resources, inbox, codes, extract, content)
                select patient, occurred_at, '%s', kind, state, flag, facility, '\\x%s', %d, source_key,
                       version, correction, preliminary, received_at, resources, inbox, codes, extract, content
                  from record where id = '%s'""".formatted(
                        twin,
                        HexFormat.of().formatHex(seal.department(twin, department)),
                        seal.labels(twin, seal.labels(old, Long.parseLong(visit[3]))),
                        old);
        asOwner(extra);
        var gone = count("") - all;
        var lost = count(" and kind = " + RecordKind.LABORATORY.bit());
        asOwner("delete from record where kind = " + RecordKind.LABORATORY.bit());
        return new RowTally(all - changed - lost, changed, lost, gone);
    }

    private static ReceivedFile[] tree(String number) {
        var first = Papers.of(number);
        var old = first.diagnoses(diagnosis("P1", "高血圧症", "I10"));
        var cancelled = first.prescription("000000000000011", "架空錠５ｍｇ");
        var corrected = Papers.of(number).results("000000000000002", ast("33", "C"));
        var result = first.results("000000000000002", ast("31", "F"));
        return new ReceivedFile[] {
            first.profile(),
            first.visit(),
            old,
            flagged(old, '2'),
            cancelled,
            flagged(cancelled, '0'),
            first.results("000000000000012", ast("31", "F"), protein("7.2"), hiv()),
            new ReceivedFile(corrected.path().replace("102030456", "112030456"), corrected.body()),
            result,
            first.later(14).diagnoses(diagnosis("P1", "高血圧症", "I10"), diagnosis("P2", "２型糖尿病", "E11")),
            first.later(14).prescription("000000000000013", "架空錠１０ｍｇ")
        };
    }

    private RefilingRequest refiled(@Nullable RecordKind kind, boolean plan) {
        return finished(asked(kind, plan));
    }

    private long asked(@Nullable RecordKind kind, boolean plan) {
        try (var connection = owner()) {
            var asking = new RefilingRequests(new JdbcTemplate(new SingleConnectionDataSource(connection, true)));
            var id = asking.ask(new RefilingScope(hospital, kind, null, plan), "operator");
            connection.commit();
            return id;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private RefilingRequest finished(long id) {
        await(() -> {
            refiling.goOn();
            return requests.state(id).finished();
        });
        return requests.state(id);
    }

    private List<String> everything() throws SQLException {
        return list("""
                select concat_ws('|', patient, occurred_at, id, kind, state, flag, department, labels, source_key, version,
                                 correction, preliminary, received_at, final_at, released_at, counts_from, resources,
                                 inbox, codes)
                  from record where facility = %d order by patient, id""");
    }

    private List<String> physical() throws SQLException {
        return list("select concat(id, ctid, xmin) from record where facility = %d order by id");
    }

    private long originals() {
        return db.sql("select count(*) from inbox where facility = ?")
                .param(hospital.value())
                .query(Long.class)
                .single();
    }

    private int count(String where) throws SQLException {
        return list("select id::text from record where facility = %d" + where).size();
    }

    private List<String> list(String sql) throws SQLException {
        try (var connection = owner();
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql.formatted(hospital.value()))) {
            var found = new ArrayList<String>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private void asOwner(String update) throws SQLException {
        asOwner(update, true);
    }

    private void asOwner(String update, boolean ofRecords) throws SQLException {
        var whose = update.contains(" where ") || update.contains("\nwhere ") ? " and " : " where ";
        try (var connection = owner();
                var statement = connection.createStatement()) {
            statement.execute(ofRecords ? update + whose + "facility = " + hospital.value() : update);
            connection.commit();
        }
    }
}

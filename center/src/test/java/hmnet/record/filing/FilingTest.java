package hmnet.record.filing;

import static hmnet.record.filing.Papers.ast;
import static hmnet.record.filing.Papers.diagnosis;
import static hmnet.record.filing.Papers.flagged;
import static hmnet.record.filing.Papers.hiv;
import static hmnet.record.filing.Papers.protein;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.formats.model.chart.Demographics;
import hmnet.formats.model.code.Label;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.ChartEntry;
import hmnet.record.inbox.InboxLoad;
import hmnet.record.inbox.InboxState.FileState;
import hmnet.record.inbox.ReceivedFile;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// From the inbox to the chart, whatever the order.
class FilingTest extends Ward {
    private static final int CROWD = 8 * Runtime.getRuntime().availableProcessors();

    @Autowired
    private InboxLoad inboxLoad;

    /// R013.
    @Test
    void aTreeEndsTheSameHoweverItComes() throws SQLException {
        var number = number();
        var tree = tree(number);
        var inOrder = hospital();
        filed(inOrder, tree.toArray(ReceivedFile[]::new));
        var expected = digest(inOrder);
        assertThat(expected).contains("patients=1 ", "quarantined=1 ").doesNotContain("live=0", "retracted=0");
        filed(inOrder, tree.toArray(ReceivedFile[]::new));
        assertThat(digest(inOrder)).as("sent twice").isEqualTo(expected);
        assertThat(digest(sentOneByOne(tree.reversed()))).as("reversed").isEqualTo(expected);
        for (var seed : new long[] {1, 2, 3}) {
            var shuffled = new ArrayList<>(tree);
            Collections.shuffle(shuffled, new Random(seed));
            assertThat(digest(sentOneByOne(shuffled))).as("seed %d", seed).isEqualTo(expected);
        }
    }

    /// R018: filing steps back for senders, but a region that never stops sending does not stop it.
    @Test
    void filingGoesOnThoughTheDoorsAreNeverQuiet() throws InterruptedException {
        var hospital = hospital();
        var over = new CountDownLatch(1);
        var inside = new CountDownLatch(CROWD);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var n = 0; n < CROWD; n++) {
                threads.execute(() -> {
                    while (over.getCount() > 0) {
                        inboxLoad.keeping(() -> {
                            inside.countDown();
                            return released(over);
                        });
                    }
                });
            }
            inside.await();
            try {
                filed(hospital, tree(number()).toArray(ReceivedFile[]::new));
                assertThat(inboxLoad.many()).as("the doors were never quiet").isTrue();
            } finally {
                over.countDown();
            }
        }
    }

    /// Keeping takes half a second, unless the test ends.
    private static boolean released(CountDownLatch over) {
        try {
            return over.await(500, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /// The file system's own way to delete: the same file under flag 0.
    @Test
    void aFileThatIsRenamedToDeletedEndsTheSameWhicheverNameCameFirst() throws SQLException {
        var valid = Papers.of(number()).prescription("000000000000001", "架空錠５ｍｇ");
        var forwards = hospital();
        filed(forwards, valid);
        filed(forwards, flagged(valid, '0'));
        var backwards = hospital();
        filed(backwards, flagged(valid, '0'));
        filed(backwards, valid);
        var together = hospital();
        filed(together, flagged(valid, '0'), valid);
        assertThat(digest(backwards)).isEqualTo(digest(forwards)).contains("live=0 ", "retracted=1 ");
        assertThat(digest(together)).isEqualTo(digest(forwards));
    }

    @Test
    void whatIsTakenBackLeavesEveryView() {
        var sender = hospital();
        var number = number();
        var person = resident(ConsentChoice.EVERYTHING, sender, number);
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        var wrong = Papers.of(number).prescription("000000000000001", "架空錠５ｍｇ");
        filed(sender, wrong, Papers.of(number).visit());
        assertThat(shown(doctor, person)).hasSize(2);
        filed(sender, flagged(wrong, '0'));
        assertThat(shown(doctor, person)).extracting(ChartEntry::kind).containsExactly(RecordKind.VISIT);
    }

    @Test
    void aCorrectedResultIsMarkedAndTheOldOneIsHistory() {
        var sender = hospital();
        var number = number();
        var person = resident(ConsentChoice.EVERYTHING, sender, number);
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        filed(sender, Papers.of(number).results("000000000000002", ast("31", "F")));
        filed(sender, corrected(Papers.of(number).results("000000000000002", ast("31", "F")), number));
        assertThat(shown(doctor, person))
                .singleElement()
                .satisfies(entry -> assertThat(entry.correction()).isTrue());
        assertThat(states(sender)).containsExactlyInAnyOrder(RecordState.LIVE, RecordState.CORRECTED);
    }

    @Test
    void everyDiagnosisIsARowOfItsOwn() {
        var sender = hospital();
        filed(
                sender,
                Papers.of(number())
                        .diagnoses(
                                diagnosis("P1", "高血圧症", "I10"),
                                diagnosis("P2", "２型糖尿病", "E11"),
                                diagnosis("P3", "うつ病", "F32")));
        assertThat(labels(sender, RecordKind.DIAGNOSIS))
                .containsExactlyInAnyOrder(Set.of(), Set.of(), Set.of(Label.PSYCHIATRY));
    }

    @Test
    void anHivTestAmongRoutineOnesStandsApart() {
        var sender = hospital();
        filed(sender, Papers.of(number()).results("000000000000003", ast("31", "F"), protein("7.2"), hiv()));
        assertThat(labels(sender, RecordKind.LAB_SAFETY)).containsExactly(Set.of());
        assertThat(labels(sender, RecordKind.LABORATORY)).containsExactlyInAnyOrder(Set.of(), Set.of(Label.HIV));
    }

    @Test
    void aMessageUnderAnotherNumberWaitsForThePatientsOwnDemographics() {
        var sender = hospital();
        var number = number();
        var slip = Papers.of(number).naming("9999999999").prescription(number, "000000000000004", "架空錠５ｍｇ");
        var kept = filed(sender, slip).getFirst();
        assertThat(state(sender, kept).state()).isEqualTo(FileState.WAITING);
        filed(sender, Papers.of(number).profile());
        await(() -> state(sender, kept).state() != FileState.WAITING);
        assertThat(state(sender, kept).state()).isEqualTo(FileState.REPAIRED);
        assertThat(state(sender, kept).repairs()).contains("pid3-differs");
    }

    @Test
    void aMessageUnderAnotherNumberAndNameIsNeverGuessedAt() {
        var sender = hospital();
        var number = number();
        filed(sender, Papers.of(number).profile());
        var others = Papers.of(number)
                .called("仮名", "太郎", "カメイ", LocalDate.of(1981, 7, 1))
                .naming("9999999999");
        var kept = filed(sender, others.prescription(number, "000000000000005", "架空錠５ｍｇ"))
                .getFirst();
        assertThat(state(sender, kept).reason()).isEqualTo("pid3-other-person");
    }

    @Test
    void aNumberGivenToAnotherHumanWaitsForAHumansWord() {
        var sender = hospital();
        var number = number();
        var person = resident(ConsentChoice.EVERYTHING, sender, number);
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        filed(sender, Papers.of(number).profile());
        var other = Papers.of(number).later(30).called("仮名", "太郎", "カメイ", LocalDate.of(1981, 7, 1));
        filed(sender, other.profile(), other.visit());
        assertThat(shown(doctor, person)).extracting(ChartEntry::kind).containsExactly(RecordKind.PROFILE);
        assertThat(db.sql("select count(*) from identity_review where facility = ? and closed_at is null")
                        .param(sender.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(db.sql("select count(*) from patient where facility = ?")
                        .param(sender.value())
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    /// The number's holder stays until a human says otherwise.
    @Test
    void anEarlierHoldersMessageThatComesLateDoesNotTakeTheNumberBack() {
        var sender = hospital();
        var number = number();
        var now = Papers.of(number).later(30).called("仮名", "太郎", "カメイ", LocalDate.of(1981, 7, 1));
        filed(sender, now.profile());
        filed(sender, Papers.of(number).profile());
        assertThat(demographicsAt(sender)).extracting(Demographics::familyName).containsExactly("仮名");
    }

    /// R016.
    @Test
    void oneBadFileNeverStopsTheNext() {
        var sender = hospital();
        var number = number();
        var good = Papers.of(number).visit();
        var bad = new ReceivedFile(
                Papers.of(number).profile().path(), "~".repeat(200_000).getBytes(US_ASCII));
        var empty = new ReceivedFile(Papers.of(number).later(1).visit().path(), new byte[0]);
        var kept = filed(sender, bad, empty, good);
        assertThat(state(sender, kept.get(0)).state()).isEqualTo(FileState.QUARANTINED);
        assertThat(state(sender, kept.get(1)).reason()).isEqualTo("empty");
        assertThat(state(sender, kept.get(2)).state()).isIn(FileState.ACCEPTED, FileState.REPAIRED);
    }

    private FacilityId sentOneByOne(List<ReceivedFile> files) {
        var sender = hospital();
        for (var file : files) {
            filed(sender, file);
        }
        return sender;
    }

    private static ReceivedFile corrected(ReceivedFile before, String number) {
        var after = Papers.of(number).results("000000000000002", ast("33", "C"));
        return new ReceivedFile(before.path().replace("102030456", "112030456"), after.body());
    }

    private static List<ReceivedFile> tree(String number) {
        var first = Papers.of(number);
        var second = first.later(14);
        var old = first.diagnoses(diagnosis("P1", "高血圧症", "I10"));
        var cancelled = first.prescription("000000000000011", "架空錠５ｍｇ");
        return List.of(
                first.profile(),
                first.visit(),
                old,
                flagged(old, '2'),
                cancelled,
                flagged(cancelled, '0'),
                first.results("000000000000012", ast("31", "F"), protein("7.2"), hiv()),
                corrected(first.results("000000000000002", ast("31", "F")), number),
                first.results("000000000000002", ast("31", "F")),
                second.profile(),
                second.diagnoses(diagnosis("P1", "高血圧症", "I10"), diagnosis("P2", "２型糖尿病", "E11")),
                second.visit(),
                second.prescription("000000000000013", "架空錠１０ｍｇ"),
                new ReceivedFile(second.later(1).visit().path(), "MSH|not really".getBytes(US_ASCII)));
    }

    private List<RecordState> states(FacilityId sender) {
        return rows("select state from record where facility = " + sender.value() + " and kind <> 0").stream()
                .map(state -> RecordState.of(Math.toIntExact(state)))
                .toList();
    }

    private List<Set<Label>> labels(FacilityId sender, RecordKind kind) {
        var sql = "select patient, id, labels from record where facility = " + sender.value() + " and kind = "
                + kind.bit();
        try (var connection = owner();
                var row = connection.createStatement().executeQuery(sql)) {
            var found = new ArrayList<Set<Label>>();
            while (row.next()) {
                var seal = seals.of(row.getLong("patient"));
                found.add(Label.of(seal.labels(row.getObject("id", UUID.class), row.getLong("labels"))));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<Long> rows(String sql) {
        try (var connection = owner();
                var result = connection.createStatement().executeQuery(sql)) {
            var found = new ArrayList<Long>();
            while (result.next()) {
                found.add(result.getLong(1));
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}

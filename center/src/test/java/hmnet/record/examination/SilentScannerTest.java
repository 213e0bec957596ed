package hmnet.record.examination;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.FacilityKind;
import hmnet.ground.directory.Profession;
import hmnet.ground.figures.WatchedQueue;
import hmnet.ground.signin.Browser;
import hmnet.ground.signin.SignInAccounts;
import hmnet.ground.signin.SignedIn;
import hmnet.people.patients.PersonId;
import hmnet.record.filestore.StoredObjects;
import hmnet.record.filing.Ward;
import hmnet.record.inbox.FilingQueue;
import hmnet.record.inbox.LargeFiles;
import hmnet.record.inbox.Quarantine;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/// A scanner that takes every file and says nothing holds up the files, and nothing else.
class SilentScannerTest extends Ward {
    /// More than the centre has connections to its database.
    private static final int READERS = 40;

    @Autowired
    VirusScan virusScan;

    @Autowired
    FilingQueue queue;

    @Autowired
    SignInAccounts accounts;

    @Autowired
    LargeFiles largeFiles;

    @Autowired
    StoredObjects objects;

    @Autowired
    Quarantine quarantine;

    @Autowired
    List<WatchedQueue> queues;

    @LocalServerPort
    int port;

    private final String number = number();
    private final String word = "the scanner thinks about " + number;
    private FacilityId hospital = new FacilityId(0);
    private PersonId person = PersonId.fresh();

    @BeforeEach
    void somebodyIsKnownAtAHospital() {
        db.sql("delete from signin_throttle").update();
        hospital = hospital();
        person = resident(ConsentChoice.EVERYTHING, hospital, number);
    }

    @AfterEach
    void theScannerIsBack() {
        ClamDouble.thoughtAbout(word);
        virusScan.breaker().answered();
    }

    private ReceivedFile parcel(String title) throws IOException {
        var words = word + " " + title.hashCode();
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.setLevel(0); // the double looks at letters, clamd would unpack
            zip.putNextEntry(new ZipEntry("descriptor.json"));
            zip.write("{\"patient\":\"%s\",\"date\":\"2026-11-18\",\"title\":\"%s\"}"
                    .formatted(number, title)
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("file.pdf"));
            zip.write("""
                    %%PDF-1.7
                    1 0 obj
                    << /Type /Catalog /Pages 2 0 R >>
                    endobj
                    2 0 obj
                    << /Type /Pages /Kids [3 0 R] /Count 1 >>
                    endobj
                    3 0 obj
                    << /Type /Page /Parent 2 0 R /MediaBox [0 0 99 99] /Contents 4 0 R >>
                    endobj
                    4 0 obj
                    << /Length %d >>
                    stream
                    %s
                    endstream
                    endobj
                    trailer
                    << /Root 1 0 R >>
                    startxref
                    0
                    %%%%EOF
                    """.formatted(words.length(), words).getBytes(StandardCharsets.UTF_8));
        }
        return new ReceivedFile(number + title + ".zip", bytes.toByteArray(), Door.FILES);
    }

    private String record(String title) {
        var doctor = doctor();
        relations.begin(doctor, person, RelationOrigin.CARD);
        return shown(doctor, person).stream()
                .filter(entry -> entry.title().equals(title))
                .map(entry -> "/people/" + person + "/records/" + entry.id())
                .findFirst()
                .orElse("");
    }

    private Browser doctorsBrowser(PersonId other) {
        var login = "silent" + number;
        var id = staff.register(facility(FacilityKind.CLINIC), login, "見本 花子", "ミホン ハナコ", Profession.DOCTOR, false);
        relations.begin(staff.byLogin(login).orElseThrow(), person, RelationOrigin.CARD);
        relations.begin(staff.byLogin(login).orElseThrow(), other, RelationOrigin.CARD);
        return SignedIn.browser(port, accounts, id, login);
    }

    @Test
    void pagesOfOtherChartsAnswerWhileTheScannerSaysNothing() throws Exception {
        filed(hospital, parcel("紹介状"));
        var record = record("紹介状");
        var other = resident(ConsentChoice.EVERYTHING, hospital, number());
        var browser = doctorsBrowser(other);
        ClamDouble.thinksAbout(word);
        try (var readers = Executors.newVirtualThreadPerTaskExecutor()) {
            var pages = IntStream.range(0, READERS)
                    .mapToObj(n -> CompletableFuture.supplyAsync(() -> browser.get(record), readers))
                    .toList();
            await(() -> ClamDouble.waiting() == READERS);
            var answered = CompletableFuture.supplyAsync(() -> browser.get("/people/" + other + "/timeline"), readers)
                    .get(5, TimeUnit.SECONDS);
            assertThat(answered.statusCode()).isEqualTo(200);
            assertThat(pages).as("those that wait for the scanner").noneMatch(CompletableFuture::isDone);
            ClamDouble.thoughtAbout(word);
            for (var page : pages) {
                assertThat(page.join().body()).contains("href=\"" + record + "/files/1\"");
            }
        }
    }

    @Test
    void theLaneOfFilesGoesOnWhenTheScannerIsBack() throws IOException {
        ClamDouble.thinksAbout(word);
        filed(hospital, parcel("一通目"));
        assertThat(waiting()).isEqualTo(1);
        sent(hospital, parcel("二通目"));
        db.sql("update inbox_waiting set tries = 3 where facility = ? and parked_until is null")
                .param(hospital.value())
                .update();
        var began = System.nanoTime();
        settle(hospital);
        assertThat(Duration.ofNanos(System.nanoTime() - began))
                .as("nobody waits for a scanner that kept silent a moment ago")
                .isLessThan(Duration.ofSeconds(5));
        assertThat(db.sql("""
                        select round(extract(epoch from parked_until - now()) / 60)::int from inbox_waiting
                         where facility = ? order by id""").param(hospital.value()).query(Integer.class).list())
                .as("minutes until each is tried again")
                .containsExactly(1, 8);
        ClamDouble.thoughtAbout(word);
        virusScan.breaker().answered();
        db.sql("update inbox_waiting set parked_until = now() - interval '1 second' where facility = ?")
                .param(hospital.value())
                .update();
        queue.unparkLate();
        settle(hospital);
        assertThat(waiting()).isZero();
        assertThat(record("一通目")).isNotEmpty();
        assertThat(record("二通目")).isNotEmpty();
    }

    @Test
    void noConnectionIsHeldWhileTheScannerThinksAboutAFile() throws IOException {
        ClamDouble.thinksAbout(word);
        sent(hospital, parcel("紹介状"));
        await(() -> ClamDouble.waiting() == 1);
        assertThat(db.sql("select pg_try_advisory_xact_lock(7001, ?)")
                        .param(FilingQueue.FILES)
                        .query(Boolean.class)
                        .single())
                .as("the lane is free: no transaction that files is open")
                .isTrue();
        ClamDouble.thoughtAbout(word);
        settle(hospital);
        assertThat(record("紹介状")).isNotEmpty();
    }

    @Test
    void aLargeFileThatWaitsForTheScannerIsTriedLaterEachTime() throws IOException, SQLException {
        var object = objects.put(hospital, number, new ByteArrayInputStream(new byte[1]));
        objects.name(object, null);
        var inbox = db.sql("""
                        insert into inbox (facility, key, path, format, size, body)
                        values (?, ?, 'x', 9, 0, '') returning id""")
                .params(hospital.value(), UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8))
                .query(Long.class)
                .single();
        db.sql("insert into large_file (inbox, facility, object, look_at) values (?, ?, ?, 'infinity')")
                .params(inbox, hospital.value(), object.id())
                .update();
        var minutes = IntStream.range(0, 8)
                .mapToObj(n -> {
                    largeFiles.lookAgain(inbox);
                    return db.sql("""
                                    select round(extract(epoch from look_at - now()) / 60)::int from large_file
                                     where inbox = ?""").param(inbox).query(Integer.class).single();
                })
                .toList();
        try (var connection = owner();
                var clearing = connection.createStatement()) {
            clearing.execute("delete from large_file where inbox = " + inbox);
            clearing.execute("delete from inbox where id = " + inbox);
            connection.commit();
        }
        objects.drop(List.of(object.id()));
        assertThat(minutes).containsExactly(1, 2, 4, 8, 16, 32, 32, 32);
    }

    @Test
    void itsSenderTheDeskAndTheFiguresSeeThatItWaits() throws Exception {
        ClamDouble.thinksAbout(word);
        var kept = filed(hospital, parcel("紹介状"));
        var clerk = staff.register(hospital, "clerk" + number, "見本 花子", "ミホン ハナコ", Profession.RECEPTION, true);
        var browser = SignedIn.browser(port, accounts, clerk, "clerk" + number);
        assertThat(browser.get("/files").body()).contains("ファイルの検査待ち");
        assertThat(browser.get("/files/" + kept.getFirst().id()).body()).contains("ファイルの検査待ち");
        assertThat(quarantine.unexamined()).isPositive();
        assertThat(oldestUnexamined()).isNotEmpty();
        ClamDouble.thoughtAbout(word);
        virusScan.breaker().answered();
        db.sql("update inbox_waiting set parked_until = now() - interval '1 second' where facility = ?")
                .param(hospital.value())
                .update();
        queue.unparkLate();
        settle(hospital);
        assertThat(browser.get("/files").body()).doesNotContain("ファイルの検査待ち");
    }

    private Optional<String> oldestUnexamined() {
        return queues.stream()
                .filter(queue -> queue.queue().equals("examination"))
                .findFirst()
                .flatMap(queue -> db.sql(queue.oldest()).query(String.class).optional());
    }

    private long waiting() {
        return db.sql("select count(*) from inbox_waiting where facility = ?")
                .param(hospital.value())
                .query(Long.class)
                .single();
    }
}

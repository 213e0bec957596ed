package hmnet.record.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentChoice;
import hmnet.ground.directory.Profession;
import hmnet.ground.signin.Browser;
import hmnet.record.examination.ClamDouble;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.previews.DrawableFiles;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/// Files too large for the database: in by pieces, examined, filed, and out again in parts, for whoever may.
class LargeFilesTest extends LargeFileWard {
    private static final int MEGABYTE = 1 << 20;
    private static final String PDF = """
            %%PDF-1.7
            1 0 obj
            << /Type /Catalog /Pages 2 0 R %s >>
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
            5 0 obj
            << /Author (Kakuu Taro) >>
            endobj
            trailer
            << /Root 1 0 R /Info 5 0 R >>
            startxref
            0
            %%%%EOF
            """;

    /// R020, and nothing of it is ever whole in memory.
    @Test
    void aFilmOf100MegabytesGoesInByPiecesAndComesOutAsItWas() throws Exception {
        var film = new Film(100L * MEGABYTE + 321, 7);
        var digest = film.digest();
        var before = held();
        long inbox;
        try (var machine = machine()) {
            var metadata = Film.metadata(number + ".mp4", descriptor("嚥下造影の動画"), digest);
            var at = address(begun(machine, film.length(), metadata));
            assertThat(piece(machine, at, 0, film.piece(0, 40 * MEGABYTE)).statusCode())
                    .isEqualTo(204);
            cut(machine, at, 40L * MEGABYTE, film.length() - 40L * MEGABYTE, film.piece(40L * MEGABYTE, 5 * MEGABYTE));
            var again = begun(machine, film.length(), metadata);
            assertThat(address(again))
                    .as("the same file is the one that was begun")
                    .isEqualTo(at);
            assertThat(offset(again)).as("what had come whole").isEqualTo(44L * MEGABYTE);
            var from = offset(again);
            var half = film.piece(from, 30 * MEGABYTE);
            assertThat(offset(piece(machine, at, from, half))).isEqualTo(from + half.length);
            half = null;
            assertThat(held() - before).as("held half-way in").isLessThan(60L * MEGABYTE);
            from += 30 * MEGABYTE;
            var last = piece(machine, at, from, film.piece(from, (int) (film.length() - from)));
            assertThat(last.statusCode()).isEqualTo(204);
            assertThat(last.headers().firstValue("Hmnet-Outcome")).hasValue("kept");
            inbox = last.headers().firstValueAsLong("Hmnet-Inbox").orElseThrow();
            var known = begun(machine, film.length(), metadata);
            assertThat(known.headers().firstValue("Hmnet-Outcome")).hasValue("kept");
        }
        assertThat(db.sql("select count(*) from upload_piece p join upload u on u.id = p.upload where u.facility = ?")
                        .param(hospital.value())
                        .query(Long.class)
                        .single())
                .as("pieces that are left")
                .isZero();
        judged(inbox);
        var record = record("嚥下造影の動画");
        var browser = at(Profession.DOCTOR);
        assertThat(browser.get("/people/" + person + "/records/" + record).body())
                .contains("嚥下造影の動画（MP4、102401 KB）を保存して開く", address(record));
        var answer = browser.stream(address(record));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("video/mp4");
        assertThat(answer.headers().firstValue("Content-Length")).hasValue(film.length() + "");
        assertThat(answer.headers().firstValue("Content-Security-Policy")).hasValue("sandbox; default-src 'none'");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .hasValue("attachment; filename=\"record-2026-11-18-1.mp4\"");
        try (var body = answer.body()) {
            assertThat(Film.digest(body)).isEqualTo(digest);
        }
        partsOfIt(browser, record, film);
    }

    private void partsOfIt(Browser browser, UUID record, Film film) throws IOException, InterruptedException {
        var from = 71L * MEGABYTE + 13;
        var part = browser.stream(address(record), "Range", "bytes=" + from + "-" + (from + 999_999));
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.headers().firstValue("Content-Range"))
                .hasValue("bytes %d-%d/%d".formatted(from, from + 999_999, film.length()));
        assertThat(part.body().readAllBytes()).isEqualTo(film.piece(from, 1_000_000));
        var tail = browser.stream(address(record), "Range", "bytes=-100");
        assertThat(tail.body().readAllBytes()).isEqualTo(film.piece(film.length() - 100, 100));
        var played = browser.stream(address(record) + "/film", "Range", "bytes=" + from + "-" + (from + 999));
        assertThat(played.statusCode()).isEqualTo(206);
        assertThat(played.body().readAllBytes()).isEqualTo(film.piece(from, 1_000));
        assertThat(browser.get(address(record) + "/preview").body())
                .contains("32 MB を超える", "src=\"" + address(record) + "/film\"")
                .doesNotContain("/pages/1");
        assertThat(browser.get(address(record) + "/pages/1").statusCode()).isEqualTo(404);
        assertThat(browser.stream(address(record), "Range", "bytes=" + film.length() + "-")
                        .statusCode())
                .isEqualTo(416);
        var before = held();
        var rest = browser.stream(address(record), "Range", "bytes=1000-");
        try (var body = rest.body()) {
            assertThat(body.readNBytes(30 * MEGABYTE)).hasSize(30 * MEGABYTE);
            assertThat(held() - before).as("held half-way out").isLessThan(60L * MEGABYTE);
        }
    }

    @Test
    void aPdfIsWrittenAnewAndWhoMayNotSeeItIsTurnedAway() throws Exception {
        var words = "0 0 m ".repeat(MEGABYTE);
        try (var machine = machine()) {
            judged(sent(
                    machine,
                    number + ".pdf",
                    "退院時の冊子",
                    PDF.formatted("", words.length(), words).getBytes(US_ASCII)));
        }
        var record = record("退院時の冊子");
        var bytes = at(Profession.DOCTOR).stream(address(record)).body().readAllBytes();
        assertThat(new String(bytes, US_ASCII))
                .startsWith("%PDF-")
                .contains(words.substring(0, 999))
                .doesNotContain("Kakuu");
        assertThat(new Browser(webPort).stream(address(record)).statusCode()).isEqualTo(401);
        assertThat(at(Profession.RECEPTION).stream(address(record)).statusCode())
                .isEqualTo(404);
        var pharmacist = at(Profession.PHARMACIST);
        assertThat(pharmacist.stream(address(record), "Range", "bytes=0-9").statusCode())
                .isEqualTo(404);
        consents.record(person, ConsentChoice.NOTHING, "paper", "2026-04", office());
        assertThat(at(Profession.NURSE).stream(address(record)).statusCode()).isEqualTo(403);
        assertThat(logged("viewer/file", record.toString()))
                .as("what was handed out")
                .hasSize(1);
    }

    @Test
    void aFaxOfTheStoreIsDrawnAsOneOfTheRecordIs() throws Exception {
        try (var machine = machine()) {
            judged(sent(machine, number + ".tif", "届いたファクス", DrawableFiles.tiff(2)));
        }
        var record = record("届いたファクス");
        var browser = at(Profession.DOCTOR);
        assertThat(browser.get(address(record) + "/preview").body())
                .contains(address(record) + "/pages/1", address(record) + "/pages/2");
        var picture = browser.stream(address(record) + "/pages/2");
        assertThat(picture.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(at(Profession.RECEPTION).get(address(record) + "/preview").statusCode())
                .isEqualTo(404);
        assertThat(browser.get(address(record) + "/film").statusCode())
                .as("of what is no film")
                .isEqualTo(404);
    }

    @Test
    void whatActsIsHarmfulOrOfNoKindIsKeptAndNeverFiled() throws Exception {
        try (var machine = machine()) {
            var acting = PDF.formatted("/OpenAction << /S /J#61vaScript /J#53 (x) >>", 1, "x");
            var harmful = PDF.formatted("", ClamDouble.EICAR.length(), ClamDouble.EICAR);
            assertThat(reason(sent(machine, "a.pdf", "動く見本", acting.getBytes(US_ASCII))))
                    .isEqualTo("active-content");
            assertThat(reason(sent(machine, "b.pdf", "有害な見本", harmful.getBytes(US_ASCII))))
                    .isEqualTo("virus");
            assertThat(reason(sent(machine, "c.exe", "見本", "MZ and more of it".getBytes(US_ASCII))))
                    .isEqualTo("type-not-accepted");
            var film = new Film(MEGABYTE, 3).piece(0, MEGABYTE - 1);
            assertThat(reason(sent(machine, "d.mp4", "切れた見本", film))).isEqualTo("truncated");
        }
    }

    private String reason(long inbox) {
        judged(inbox);
        return String.valueOf(this.inbox.state(hospital, inbox).orElseThrow().reason());
    }

    @Test
    void aLargeParcelIsUnpackedIntoTheStoreByAnyDoor() throws Exception {
        var film = new Film(33L * MEGABYTE, 11);
        var parcel = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(parcel)) {
            zip.setLevel(1);
            zip.putNextEntry(new ZipEntry("descriptor.json"));
            zip.write(descriptor("内視鏡の動画").getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("film.mp4"));
            try (var in = film.open()) {
                in.transferTo(zip);
            }
        }
        var file = new ReceivedFile(number + ".zip", parcel.toByteArray(), ReceivedFile.Door.FILES);
        try (var machine = machine()) {
            var answer = machine.file(file, "application/octet-stream");
            assertThat(answer.status()).isEqualTo(201);
            judged(answer.id());
            assertThat(machine.file(file, "application/octet-stream").body()).contains("duplicate");
        }
        var body = at(Profession.DOCTOR).stream(address(record("内視鏡の動画"))).body();
        assertThat(Film.digest(body)).isEqualTo(film.digest());
    }

    @Test
    void bytesThatAreNotThoseAnnouncedBeginAgain() throws Exception {
        var film = new Film(MEGABYTE, 5);
        try (var machine = machine()) {
            var at = address(begun(machine, MEGABYTE, Film.metadata("x.mp4", descriptor("x"), film.digest())));
            var wrong = piece(machine, at, 0, new Film(MEGABYTE, 6).piece(0, MEGABYTE));
            assertThat(wrong.statusCode()).isEqualTo(460);
            assertThat(offset(wrong)).isZero();
            assertThat(piece(machine, at, 0, film.piece(0, MEGABYTE)).headers().firstValue("Hmnet-Outcome"))
                    .hasValue("kept");
        }
    }

    @Test
    void aDescriptorThatCannotBeKeptIsRefusedAtTheDoor() throws Exception {
        var digest = new byte[32];
        try (var machine = machine()) {
            for (var bad : new String[] {"{}", "none", descriptor("番号 123456789018")}) {
                assertThat(begun(machine, 99, Film.metadata("x.mp4", bad, digest))
                                .statusCode())
                        .as(bad)
                        .isEqualTo(422);
            }
            assertThat(begun(machine, 3L << 30, Film.metadata("x.mp4", descriptor("x"), digest))
                            .statusCode())
                    .isEqualTo(413);
            assertThat(begun(machine, 0, Film.metadata("x.mp4", descriptor("x"), digest))
                            .statusCode())
                    .isEqualTo(400);
            for (var n = 0; n < 4; n++) {
                address(begun(machine, 99, Film.metadata(n + ".mp4", descriptor("x"), digest)));
            }
            assertThat(begun(machine, 99, Film.metadata("5.mp4", descriptor("x"), digest))
                            .statusCode())
                    .as("more than may be begun at once")
                    .isEqualTo(429);
        }
    }

    @Test
    void aDamagedOrMissingFileIsToldAndNothingOfItIsHandedOut() throws Exception {
        var film = new Film(2L * MEGABYTE, 9);
        long inbox;
        try (var machine = machine()) {
            inbox = sent(machine, "x.mp4", "心エコー", film.piece(0, 2 * MEGABYTE));
        }
        judged(inbox);
        var record = record("心エコー");
        var browser = at(Profession.DOCTOR);
        var object = object(inbox, "shown");
        assertThat(Arrays.equals(Files.readAllBytes(object), film.piece(0, 2 * MEGABYTE)))
                .isFalse();
        try (var file = FileChannel.open(object, StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), 5_000);
        }
        var damaged = browser.stream(address(record));
        assertThat(damaged.statusCode()).isEqualTo(503);
        assertThat(new String(damaged.body().readAllBytes(), UTF_8)).contains("ファイルを読み出せません");
        assertThat(browser.get(address(record) + "/film").statusCode()).isEqualTo(503);
        assertThat(browser.get(address(record) + "/preview").body()).contains("表示できません");
        Files.delete(object);
        assertThat(browser.stream(address(record)).statusCode()).isEqualTo(503);
    }
}

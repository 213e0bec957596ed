package hmnet.record.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.relations.RelationOrigin;
import hmnet.ground.audit.AccessLogEntry;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.Requester;
import hmnet.ground.signin.Browser;
import hmnet.ground.signin.SignedIn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A right that ends while a film goes out (送信中に終わる権利): its receiver sees that it is not whole, and so does whoever
/// reads the log.
class EndedDownloadsTest extends LargeFileWard {
    private static final int MEGABYTE = 1 << 20;

    /// The table promises less; this machine may have other tests to run.
    private static final Duration MOST = Duration.ofSeconds(3);

    private static final Duration MOST_ELSEWHERE = Duration.ofSeconds(4);
    private static final Film FILM = new Film(48L * MEGABYTE, 31);

    @Autowired
    Audit audit;

    private UUID record = UUID.randomUUID();

    private void aFilmInTheChart() throws Exception {
        try (var machine = machine()) {
            judged(sent(machine, number + ".mp4", "見本の動画", FILM.piece(0, (int) FILM.length())));
        }
        record = record("見本の動画");
    }

    private record Reader(Requester who, Browser browser) {}

    private Reader reader() {
        var who = doctor();
        relations.begin(who, person, RelationOrigin.CARD);
        return new Reader(who, SignedIn.browser(webPort, accounts, who.staff(), who.login()));
    }

    /// How many bytes came of an answer whose right ends after the first megabyte; it is read slowly for a while, then
    /// as fast as it comes.
    private static long read(HttpResponse<InputStream> answer, Runnable end) throws IOException {
        assertThat(answer.statusCode()).isIn(200, 206);
        var read = 0L;
        try (var body = answer.body()) {
            read += body.readNBytes(MEGABYTE).length;
            end.run();
            var slowUntil = System.nanoTime() + Duration.ofSeconds(3).toNanos();
            var buffer = new byte[1 << 16];
            for (var count = body.read(buffer); count >= 0; count = body.read(buffer)) {
                read += count;
                if (System.nanoTime() < slowUntil) {
                    Thread.sleep(10);
                }
            }
            return read;
        } catch (IOException broken) {
            assertThat(read).isLessThan(FILM.length());
            return -read;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private List<AccessLogEntry> brokenOff() {
        return audit.of(person.value(), 1000).stream()
                .filter(entry -> entry.action() == Action.CHART_BROKEN_OFF)
                .toList();
    }

    /// Reads until the right ends, and holds against the log what was said of it.
    private void broken(String right, HttpResponse<InputStream> answer, Runnable end, String why, Duration most)
            throws IOException {
        var before = brokenOff().size();
        var ended = new Instant[1];
        var read = read(answer, () -> {
            end.run();
            ended[0] = Instant.now();
        });
        assertThat(read).as(right + ": the receiver sees that it is not whole").isNegative();
        await(() -> brokenOff().size() > before);
        var entry = brokenOff().getFirst();
        var took = Duration.between(ended[0], entry.at());
        System.out.printf(Locale.ROOT, "ended right: %-46s %.2f s%n", right, took.toMillis() / 1e3);
        assertThat(took).as(right).isLessThanOrEqualTo(most);
        assertThat(brokenOff()).hasSize(before + 1);
        assertThat(entry.outcome()).isEqualTo(why);
        assertThat(entry.detail()).containsEntry("record", record.toString());
        assertThat(Long.parseLong(entry.detail().get("bytes"))).isBetween((long) MEGABYTE, FILM.length() - MEGABYTE);
    }

    @Test
    void aFilmUnderWayIsBrokenOffWithEachRightBehindIt() throws Exception {
        aFilmInTheChart();
        var leaver = reader();
        broken(
                "sign-in: a download under way",
                leaver.browser().stream(address(record)),
                () -> db.sql("delete from signin_session where staff = ?")
                        .param(leaver.who().staff().value())
                        .update(),
                "SIGN_IN_ENDED",
                MOST);
        var changed = reader();
        broken(
                "profession: a download under way",
                changed.browser().stream(address(record) + "/film"),
                () -> db.sql("update staff set profession = ? where id = ?")
                        .params(
                                Profession.RECEPTION.word(),
                                changed.who().staff().value())
                        .update(),
                "SIGN_IN_ENDED",
                MOST);
        broken(
                "consent: a part of a film under way",
                reader().browser().stream(address(record) + "/film", "Range", "bytes=1000-"),
                () -> consents.record(person, ConsentChoice.NOTHING, "paper", "1", office()),
                "CONSENT_WITHDRAWN",
                MOST);
        consents.record(person, ConsentChoice.EVERYTHING, "paper", "1", office());
        broken(
                "hospital's stop: a download under way (other node)",
                reader().browser().stream(address(record)),
                () -> db.sql("update facility set disclosure_stopped_at = now() where id = ?")
                        .param(hospital.value())
                        .update(),
                "NARROWED",
                MOST_ELSEWHERE);
    }

    @Test
    void aFilmGoesOnUnderALockAndUnderANewToken() throws Exception {
        aFilmInTheChart();
        var reader = reader();
        var read = read(
                reader.browser().stream(address(record)),
                () -> db.sql("update signin_session set locked_at = now(), token = sha256(token) where staff = ?")
                        .param(reader.who().staff().value())
                        .update());
        assertThat(read).isEqualTo(FILM.length());
        assertThat(brokenOff()).isEmpty();
    }

    /// No error page is ever the next bytes of a file.
    @Test
    void aFileDamagedInTheMiddleBreaksOffAfterItsGoodBytes() throws Exception {
        var film = new Film(2L * MEGABYTE, 41).piece(0, 2 * MEGABYTE);
        long inbox;
        try (var machine = machine()) {
            inbox = sent(machine, number + ".mp4", "見本の動画", film);
        }
        judged(inbox);
        record = record("見本の動画");
        try (var file = FileChannel.open(object(inbox, "shown"), StandardOpenOption.WRITE)) {
            file.write(ByteBuffer.wrap(new byte[] {1, 2, 3}), MEGABYTE + 5_000);
        }
        var came = new ByteArrayOutputStream();
        var answer = reader().browser().stream(address(record), "Accept", "text/html");
        assertThatThrownBy(() -> answer.body().transferTo(came)).isInstanceOf(IOException.class);
        assertThat(came.toByteArray()).isEqualTo(Arrays.copyOf(film, came.size()));
    }
}

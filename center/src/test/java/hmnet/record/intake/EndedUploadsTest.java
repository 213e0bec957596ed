package hmnet.record.intake;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.exchange.callers.Callers;
import hmnet.exchange.callers.Scope;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.ground.audit.Actor;
import hmnet.ground.directory.Profession;
import hmnet.ground.directory.StaffId;
import hmnet.ground.signin.Browser;
import hmnet.ground.signin.SignedIn;
import hmnet.record.inbox.ReceivedFile;
import hmnet.record.inbox.ReceivedFile.Door;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// A right that ends while something comes in (受信中に終わる権利): what comes after the end is refused in words, nothing half
/// is filed, and what was acknowledged stays. Each end is one of another node, which this one is not told of.
class EndedUploadsTest extends LargeFileWard {
    private static final int MEGABYTE = 1 << 20;

    /// The table promises less; this machine may have other tests to run.
    private static final Duration MOST = Duration.ofSeconds(3);

    private static final Duration LET_IN = Duration.ofSeconds(1);

    @Autowired
    Callers callers;

    private SlowRequest slow(Machine machine, String head) throws Exception {
        return new SlowRequest(
                machine.tls()
                        .getSocketFactory()
                        .createSocket("localhost", connector.port().orElseThrow()),
                head);
    }

    private void certificateEnds() {
        db.sql("update facility_certificate set ended_at = now() where facility = ?")
                .param(hospital.value())
                .update();
    }

    /// What is answered after the end of a right, and within the seconds that the table of rights says.
    private static String answered(String right, SlowRequest request, Runnable end) throws Exception {
        Thread.sleep(LET_IN); // it was let in when it began
        end.run();
        var ended = System.nanoTime();
        var answer = request.answered();
        var took = Duration.ofNanos(System.nanoTime() - ended);
        System.out.printf(Locale.ROOT, "ended right: %-46s %.2f s%n", right, took.toMillis() / 1e3);
        assertThat(took).as(right).isLessThanOrEqualTo(MOST);
        return answer;
    }

    private long kept() {
        return inbox.counts(hospital).messages();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void theRestOfAnUploadIsRefusedAndWhatWasAcknowledgedStays(boolean large) throws Exception {
        var film = new Film(9L * MEGABYTE, 21);
        var acknowledged = (large ? 4 : 5) * MEGABYTE;
        var metadata = Film.metadata(number + ".mp4", descriptor("見本の動画"), film.digest());
        String at;
        try (var machine = machine()) {
            at = address(
                    begun(machine, film.length(), large ? metadata : metadata.replaceFirst(",descriptor [^,]*", "")));
            try (var request = slow(machine, """
                            PATCH %s HTTP/1.1
                            Tus-Resumable: 1.0.0
                            Upload-Offset: 0
                            Content-Type: application/offset+octet-stream
                            Content-Length: %d""".formatted(at, film.length()))) {
                request.send(film.piece(0, 5 * MEGABYTE + 99));
                await(() -> stands(machine, at) == acknowledged);
                var answer = answered("certificate: an upload under way (other node)", request, this::certificateEnds);
                assertThat(answer).startsWith("HTTP/1.1 401").contains("not registered");
            }
        }
        assertThat(kept()).as("filed").isZero();
        assertThat(db.sql("select expires_at > now() + interval '23 hours' from upload where facility = ?")
                        .param(hospital.value())
                        .query(Boolean.class)
                        .single())
                .as("it expires as any other")
                .isTrue();
        try (var next = machine()) {
            assertThat(stands(next, at)).isEqualTo(acknowledged);
            var rest = film.piece(acknowledged, (int) film.length() - acknowledged);
            assertThat(piece(next, at, acknowledged, rest).headers().firstValue("Hmnet-Outcome"))
                    .hasValue("kept");
        }
    }

    @Test
    void aFileThatHasNotComeWholeIsNotKept() throws Exception {
        try (var machine = machine();
                var request = slow(machine, """
                        POST /inbox/files?name=x.csv HTTP/1.1
                        Content-Type: text/csv
                        Content-Length: %d""".formatted(2 * MEGABYTE))) {
            request.send(new byte[MEGABYTE]);
            assertThat(answered("certificate: a file under way (other node)", request, this::certificateEnds))
                    .startsWith("HTTP/1.1 401")
                    .contains("not registered");
        }
        assertThat(kept()).isZero();
    }

    @Test
    void anArchiveKeepsWhatHasItsLineAndSaysWhyItEnds() throws Exception {
        var parcel = new Parcel();
        for (var n = 0; n < 5; n++) {
            var noise = new byte[n < 4 ? MEGABYTE : 3 * MEGABYTE];
            new Random(n).nextBytes(noise);
            parcel.file(new ReceivedFile(number + "-" + n + ".csv", noise, Door.FILES));
        }
        var tar = parcel.bytes();
        try (var machine = machine();
                var request = slow(machine, """
                        POST /inbox/files HTTP/1.1
                        Content-Type: application/x-tar
                        Content-Length: %d""".formatted(tar.length))) {
            request.send(Arrays.copyOf(tar, 5 * MEGABYTE));
            await(() -> kept() == 4);
            var answer = answered("certificate: an archive under way (other node)", request, this::certificateEnds);
            assertThat(answer).startsWith("HTTP/1.1 200").contains("not registered");
            assertThat(answer.split("\"kept\"", -1))
                    .as("lines of files that were kept")
                    .hasSize(1 + 4);
        }
        assertThat(kept()).isEqualTo(4);
    }

    @Test
    void anArchiveWithNothingKeptYetIsRefused() throws Exception {
        var tar = new Parcel()
                .file(new ReceivedFile(number + ".csv", new byte[MEGABYTE], Door.FILES))
                .bytes();
        try (var machine = machine();
                var request = slow(machine, """
                        POST /inbox/ssmix2 HTTP/1.1
                        Content-Type: application/x-tar
                        Content-Length: %d""".formatted(tar.length))) {
            request.send(Arrays.copyOf(tar, MEGABYTE / 2));
            assertThat(answered("certificate: a first batch under way", request, this::certificateEnds))
                    .startsWith("HTTP/1.1 401");
        }
        assertThat(kept()).isZero();
    }

    @Test
    void aBundleIsKeptUnderARightThatStandsWhenItHasCome() throws Exception {
        callers.grant(hospital, TransactionGroup.RECORDS, Scope.OWN, Actor.CENTRE);
        var bundle = "{\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[]}";
        var half = 20;
        try (var machine = machine();
                var request = slow(machine, """
                        POST /fhir HTTP/1.1
                        Content-Type: application/fhir+json
                        Content-Length: %d""".formatted(bundle.length()))) {
            request.send(bundle.substring(0, half).getBytes(UTF_8));
            Thread.sleep(LET_IN);
            callers.withdraw(hospital, TransactionGroup.RECORDS, Actor.CENTRE);
            request.send(bundle.substring(half).getBytes(UTF_8));
            assertThat(request.answered()).startsWith("HTTP/1.1 403").contains("no right to send records");
        }
        assertThat(kept()).isZero();
    }

    /// A desk that sends by hand, over a slow line.
    @Test
    void aFileFromTheDeskOfOneWhoIsOutIsNotKept() throws Exception {
        var desk = desk();
        var body = new SlowBody(
                3 * MEGABYTE,
                () -> db.sql("delete from signin_session where staff = ?")
                        .param(desk.staff().value())
                        .update());
        var answer = desk.browser().upload("/files/one?name=x.csv", body);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(401);
        assertThat(kept()).isZero();
        var whole = desk();
        var locked = new SlowBody(
                3 * MEGABYTE,
                () -> db.sql("update signin_session set locked_at = now() where staff = ?")
                        .param(whole.staff().value())
                        .update());
        assertThat(whole.browser().upload("/files/one?name=x.csv", locked).statusCode())
                .as("a lock hides and stops nothing")
                .isEqualTo(201);
    }

    private SignedInDesk desk() {
        var who = at(hospital, Profession.RECEPTION);
        return new SignedInDesk(who.staff(), SignedIn.browser(webPort, accounts, who.staff(), who.login()));
    }

    private record SignedInDesk(StaffId staff, Browser browser) {}

    /// Half of it at once, then what happens, then the rest within three seconds.
    private static final class SlowBody extends InputStream {
        private static final int STEPS = 30;
        private final int length;
        private final Runnable atHalf;
        private int at;

        SlowBody(int length, Runnable atHalf) {
            this.length = length;
            this.atHalf = atHalf;
        }

        @Override
        public int read() {
            throw new UnsupportedOperationException("read in pieces");
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            if (at == length) {
                return -1;
            }
            if (at == length / 2) {
                rest(LET_IN);
                atHalf.run();
            }
            var given = Math.min(count, at < length / 2 ? length / 2 - at : Math.min(length - at, length / 2 / STEPS));
            Arrays.fill(into, from, from + given, (byte) 'a');
            if (at >= length / 2) {
                rest(Duration.ofMillis(100));
            }
            at += given;
            return given;
        }

        private static void rest(Duration time) throws IOException {
            try {
                Thread.sleep(time);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IOException(e);
            }
        }
    }
}

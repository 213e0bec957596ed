package hmnet.ground.mllp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.formats.base.hl7.BadMessage;
import hmnet.ground.mtls.Wish;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The line itself, over real TLS: frames, limits, characters, and who is turned away.
class MllpPortTest extends HospitalLine {
    @Autowired
    JdbcClient db;

    private static byte[] message(String id, String characters, String note, Charset charset) {
        var header = "MSH|^~\\&|EHR|SAMPLE|HMNET|CENTRE|20261121120000||ZZZ^Z01|" + id + "|P|2.5||||||";
        return (header + characters + "\rNTE|1||" + note + "\r").getBytes(charset);
    }

    private static byte[] plain(String id) {
        return message(id, "", "hello", StandardCharsets.US_ASCII);
    }

    @Test
    void aQuestionIsAnsweredToItsSenderUnderItsNumber() throws Exception {
        var hospital = hospital("見本応答病院");
        try (var caller = call(hospital)) {
            var answer = caller.ask(plain("Q-1"));
            assertThat(answer.header().text(3)).isEqualTo("HMNET");
            assertThat(answer.header().text(5)).isEqualTo("EHR");
            assertThat(answer.type()).isEqualTo("ACK^Z01");
            assertThat(answer.all("MSA").getFirst().toString()).isEqualTo("MSA|AA|Q-1");
            assertThat(answer.all("NTE").getFirst().text(1))
                    .isEqualTo(String.valueOf(hospital.id().value()));
        }
    }

    @Test
    void theAnswerSpeaksInTheCharactersOfTheQuestion() throws Exception {
        try (var caller = call(hospital("見本文字病院"))) {
            var jis = caller.say(message("C-1", "~ISO IR87", "山田", Charset.forName("ISO-2022-JP")));
            assertThat(new String(jis, Charset.forName("ISO-2022-JP")))
                    .contains("|~ISO IR87|")
                    .contains("||山田");
            assertThat(new String(jis, StandardCharsets.ISO_8859_1)).contains("\u001b$B");
            var utf8 = caller.say(message("C-2", "UNICODE UTF-8", "髙𠮷①", StandardCharsets.UTF_8));
            assertThat(new String(utf8, StandardCharsets.UTF_8))
                    .contains("|UNICODE UTF-8")
                    .contains("||髙𠮷①");
            var ascii = caller.say(message("C-3", "ASCII", "Yamada", StandardCharsets.US_ASCII));
            assertThat(new String(ascii, StandardCharsets.US_ASCII))
                    .contains("|ASCII")
                    .contains("||Yamada");
        }
    }

    /// A042: no MSH, separators of another kind, two messages in one frame.
    @Test
    void whatIsNotSpokenHereIsRejectedWithItsCode() throws Exception {
        try (var caller = call(hospital("見本拒否病院"))) {
            var text = new String(plain("R-1"), StandardCharsets.US_ASCII);
            assertThat(rejected(caller, text.replace("ZZZ^Z01", "XYZ^X01"))).isEqualTo("200");
            assertThat(rejected(caller, text.replace("ZZZ^Z01", "ZZZ^Z99"))).isEqualTo("201");
            assertThat(rejected(caller, text.replace("|P|2.5", "|T|2.5"))).isEqualTo("202");
            assertThat(rejected(caller, text.replace("|P|2.5", "|P|3.0"))).isEqualTo("203");
            assertThat(rejected(caller, text.replace("|R-1|", "||"))).isEqualTo("101");
            assertThat(rejected(caller, text + text)).isEqualTo("100");
            assertThat(rejected(caller, text.replace("MSH|^", "MSHA^"))).isEqualTo("100");
            assertThat(rejected(caller, text.replace("hello", "fail"))).isEqualTo("207");
            assertThat(caller.ask(plain("R-2")).all("MSA").getFirst().toString())
                    .isEqualTo("MSA|AA|R-2");
        }
    }

    private static String rejected(FarEnd caller, String message) throws Exception {
        var answer = caller.ask(message.getBytes(StandardCharsets.US_ASCII));
        assertThat(answer.all("MSA").getFirst().text(1)).isEqualTo("AR");
        return answer.all("ERR").getFirst().text(3);
    }

    /// R016.
    @Test
    void aTornFrameDoesNotHarmTheNextMessage() throws Exception {
        try (var caller = call(hospital("見本断片病院"))) {
            var torn = FarEnd.framed(plain("T-1"));
            caller.send("stray\r\n".getBytes(StandardCharsets.US_ASCII));
            caller.send(Arrays.copyOf(torn, 20));
            assertThat(caller.ask(plain("T-2")).all("MSA").getFirst().toString())
                    .isEqualTo("MSA|AA|T-2");
            caller.send(FarEnd.framed("\u001cMSH".getBytes(StandardCharsets.US_ASCII)));
            assertThat(caller.hear()).as("an answer to a bad frame").isNotEmpty();
            assertThat(caller.ask(plain("T-3")).all("MSA").getFirst().toString())
                    .isEqualTo("MSA|AA|T-3");
        }
    }

    /// A042.
    @Test
    void aMessageThatIsTooLargeIsRefusedAndTheConnectionEnds() throws Exception {
        try (var caller = call(hospital("見本過大病院"))) {
            var much = new byte[70_000];
            Arrays.fill(much, (byte) 'A');
            var begin = plain("L-1");
            System.arraycopy(begin, 0, much, 0, begin.length - 1);
            caller.send(FarEnd.framed(much));
            var answer = new String(caller.hear(), StandardCharsets.US_ASCII);
            assertThat(answer).contains("MSA|AR|L-1").contains("ERR|");
            assertThat(caller.ended()).isTrue();
        }
    }

    /// The centre of the tests allows a message four seconds.
    @Test
    void aMessageThatNeverEndsEndsTheConnection() throws Exception {
        try (var caller = call(hospital("見本停止病院"))) {
            caller.send(Arrays.copyOf(FarEnd.framed(plain("S-1")), 30));
            assertThat(caller.ended()).isTrue();
        }
    }

    /// A042: a gigabyte without an end is cut after its first pieces, and the port hears the next caller.
    @Test
    void aMessageWithoutAnEndIsCutLongBeforeAGigabyte() throws Exception {
        var hospital = hospital("見本無限病院");
        var piece = new byte[1 << 20];
        Arrays.fill(piece, (byte) 'A');
        var sent = new AtomicInteger();
        try (var caller = call(hospital)) {
            caller.send(Arrays.copyOf(FarEnd.framed(plain("G-1")), 60));
            assertThatThrownBy(() -> {
                        for (; sent.get() < 1024; sent.incrementAndGet()) {
                            caller.send(piece);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
        assertThat(sent.get())
                .as("MiB: a message of 64 KiB, as much again at the leave, and what the buffers between hold")
                .isLessThan(64);
        try (var next = call(hospital)) {
            assertThat(next.ask(plain("G-2")).all("MSA").getFirst().text(1)).isEqualTo("AA");
        }
    }

    /// A042: a byte now and then never becomes a message; others are answered meanwhile.
    @Test
    void aMessageThatDripsIsCut() throws Exception {
        var hospital = hospital("見本低速病院");
        var message = FarEnd.framed(plain("D-1"));
        try (var dripping = call(hospital);
                var other = call(hospital)) {
            assertThatThrownBy(() -> {
                        for (var at = 0; at < message.length; at++) {
                            dripping.send(new byte[] {message[at]});
                            assertThat(other.ask(plain("D-" + at))
                                            .all("MSA")
                                            .getFirst()
                                            .text(1))
                                    .isEqualTo("AA");
                            Thread.sleep(250);
                        }
                    })
                    .isInstanceOf(IOException.class);
        }
    }

    @Test
    void aFacilityHasOnlyItsOwnShareOfTheConnections() throws Exception {
        var hospital = hospital("見本多数病院");
        var lines = new ArrayList<FarEnd>();
        try {
            for (var n = 0; n < 3; n++) {
                lines.add(call(hospital));
                lines.getLast().ask(plain("N-" + n));
            }
            try (var one = call(hospital)) {
                assertThatThrownBy(() -> one.ask(plain("N-4"))).isInstanceOf(IOException.class);
            }
            try (var other = call(hospital("見本他院"))) {
                assertThat(other.ask(plain("N-5")).all("MSA").getFirst().text(1))
                        .isEqualTo("AA");
            }
        } finally {
            for (var line : lines) {
                line.close();
            }
        }
    }

    @Test
    void aStrangerIsTurnedAway() throws Exception {
        var revoked = hospital("見本失効済病院");
        facilityCa().revoke(revoked.issued().certificate());
        facilityCa().publish(machineFolder());
        await(() -> !answered(revoked));
        try (var caller = call(facilityCa().issue(Wish.client("nobody's")))) {
            var answer = caller.ask(plain("X-2"));
            assertThat(answer.all("ERR").getFirst().text(8)).contains("not registered");
            assertThat(caller.ended()).isTrue();
        }
    }

    /// Begun while the certificate counted, and whole when it did not: refused, or cut before that.
    @Test
    void aMessageUnderWayIsRefusedOnceItsCertificateHasEnded() throws Exception {
        var hospital = hospital("見本紛失病院");
        try (var caller = call(hospital)) {
            assertThat(caller.ask(plain("E-1")).all("MSA").getFirst().text(1)).isEqualTo("AA");
            var frame = FarEnd.framed(plain("E-2"));
            caller.send(Arrays.copyOf(frame, 30));
            db.sql("update facility_certificate set ended_at = now() where facility = ?")
                    .param(hospital.id().value())
                    .update();
            Thread.sleep(1_600);
            String said;
            try {
                caller.send(Arrays.copyOfRange(frame, 30, frame.length));
                said = new String(caller.hear(), StandardCharsets.UTF_8);
            } catch (IOException closed) {
                said = "closed";
            }
            assertThat(said).containsAnyOf("not registered", "closed").doesNotContain("|AA|");
            assertThat(caller.ended()).isTrue();
        }
    }

    private boolean answered(Hospital hospital) {
        try (var caller = call(hospital)) {
            caller.ask(plain("X-1"));
            return true;
        } catch (IOException closed) {
            return false;
        } catch (BadMessage e) {
            throw new IllegalStateException(e);
        }
    }

    /// G7: more idle connections than there are places, within the time that a handshake has.
    @Test
    void idleCallersShutNobodyOut() throws Exception {
        var hospital = hospital("見本待機病院");
        var idle = new ArrayList<Socket>();
        try {
            for (var n = 0; n < 130; n++) {
                idle.add(new Socket(
                        InetAddress.ofLiteral("127.0.0.1"), linePort(), InetAddress.ofLiteral("127.0.0.66"), 0));
            }
            try (var caller = call(hospital)) {
                assertThat(caller.ask(plain("H-1")).all("MSA").getFirst().text(1))
                        .isEqualTo("AA");
            }
        } finally {
            for (var socket : idle) {
                socket.close();
            }
        }
    }

    @Test
    void aCallerWithoutTlsGetsNothing() throws Exception {
        try (var socket = new Socket("localhost", linePort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(FarEnd.framed(plain("P-1")));
            var answer = socket.getInputStream().readAllBytes();
            assertThat(new String(answer, StandardCharsets.ISO_8859_1)).doesNotContain("MSA");
        }
    }

    @Test
    void aRevocationEndsALiveConnectionThatSaysNothing() throws Exception {
        var hospital = hospital("見本失効病院");
        try (var caller = call(hospital)) {
            assertThat(caller.ask(plain("V-1")).all("MSA").getFirst().text(1)).isEqualTo("AA");
            facilityCa().revoke(hospital.issued().certificate());
            facilityCa().publish(machineFolder());
            assertThat(caller.ended()).isTrue();
        }
    }

    /// A042: Whatever is cut off, doubled or changed: an answer or an end, and the port hears the next caller.
    @Test
    void brokenFramesNeverHangThePort() throws Exception {
        var hospital = hospital("見本乱数病院");
        for (var seed : new long[] {1, 7, 42, 2026}) {
            var random = new Random(seed);
            for (var round = 0; round < 12; round++) {
                try (var caller = call(hospital)) {
                    caller.send(broken(random));
                    caller.send(FarEnd.framed(plain("F-" + seed)));
                    hearUntil(caller, "F-" + seed);
                }
            }
        }
        try (var caller = call(hospital)) {
            assertThat(caller.ask(plain("F-end")).all("MSA").getFirst().text(1)).isEqualTo("AA");
        }
    }

    private static void hearUntil(FarEnd caller, String id) {
        try {
            while (!new String(caller.hear(), StandardCharsets.ISO_8859_1).contains("|" + id + "\r")) {}
        } catch (IOException closed) {
            assertThat(closed).isNotInstanceOf(java.net.SocketTimeoutException.class);
        }
    }

    private static byte[] broken(Random random) {
        var whole = FarEnd.framed(message("B", "~ISO IR87", "山田太郎", Charset.forName("ISO-2022-JP")));
        var bytes = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
        for (var changes = random.nextInt(6); changes > 0; changes--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }
}

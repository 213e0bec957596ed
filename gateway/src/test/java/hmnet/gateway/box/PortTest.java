package hmnet.gateway.box;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.mllp.Blocks;
import hmnet.gateway.Door;
import hmnet.gateway.Keys;
import hmnet.gateway.MutualTls;
import hmnet.gateway.spool.Space;
import hmnet.gateway.spool.Spool;
import hmnet.gateway.spool.SpoolKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The port of the facility's own systems.
@Timeout(240)
class PortTest {
    @TempDir
    Path folder;

    final Alarms alarms = new Alarms(new PrintStream(new ByteArrayOutputStream(), true, UTF_8));
    Lane lane;

    @BeforeEach
    void opens() throws IOException {
        lane = lane(1 << 24);
    }

    Lane lane(long most) throws IOException {
        var key = SpoolKey.at(folder.resolve("key"));
        var space = new Space(folder, most, 0);
        return new Lane(
                "mllp",
                Door.FILES,
                Spool.open(folder.resolve("lane"), key, space, what -> {}),
                Spool.open(folder.resolve("aside"), key, space, what -> {}));
    }

    @AfterEach
    void closes() throws IOException {
        lane.close();
    }

    Port port(List<String> types, @Nullable Path certificate, @Nullable Path key, @Nullable Path callers)
            throws IOException {
        return port(types, certificate, key, callers, Duration.ofMinutes(2));
    }

    private Port port(
            List<String> types,
            @Nullable Path certificate,
            @Nullable Path key,
            @Nullable Path callers,
            Duration message)
            throws IOException {
        return Port.open(
                new PortSettings(
                        InetAddress.getLoopbackAddress(),
                        0,
                        certificate,
                        key,
                        callers,
                        4_000,
                        Duration.ofMinutes(2),
                        message,
                        3,
                        types),
                lane,
                alarms);
    }

    Port port() throws IOException {
        return port(List.of(), null, null, null);
    }

    @Test
    void anAcknowledgedMessageIsOnDisk() throws Exception {
        try (var port = port();
                var caller = new Caller(port.number())) {
            var answer = caller.ask(Caller.message("77"));
            assertThat(answer)
                    .startsWith("MSH|^~\\&|HMNET|HMNET|LIS|H|")
                    .contains("|ACK^A08^ACK|")
                    .contains("MSA|AA|77");
        }
        lane.close();
        lane = lane(1 << 24);
        assertThat(new String(lane.waiting().head(1, 1).getFirst().entry().bytes(), UTF_8))
                .isEqualTo(Caller.message("77") + "\u001C");
    }

    @Test
    void theSameMessageHasTheSameNameAndAnotherHasAnother() throws Exception {
        try (var port = port();
                var caller = new Caller(port.number())) {
            for (var controlId : List.of("1", "1", "2")) {
                caller.ask(Caller.message(controlId));
            }
        }
        var names = lane.waiting().head(9, 1 << 20).stream()
                .map(queued -> queued.entry().path())
                .toList();
        assertThat(names).hasSize(3);
        assertThat(names.get(0)).isEqualTo(names.get(1)).isNotEqualTo(names.get(2));
    }

    @Test
    void whatCannotBeKeptIsNotAcknowledged() throws Exception {
        lane.close();
        lane = lane(10);
        try (var port = port();
                var caller = new Caller(port.number())) {
            assertThat(caller.ask(Caller.message("1"))).contains("MSA|AR|1").contains("207");
            assertThat(alarms.words()).containsExactly("spool-full");
        }
        assertThat(lane.waiting().waiting()).isZero();
    }

    @Test
    void whatIsNoMessageOrNotForHereIsAnsweredSo() throws Exception {
        try (var port = port(List.of("ADT", "ORU^R01"), null, null, null);
                var caller = new Caller(port.number())) {
            assertThat(caller.ask("hello")).contains("MSA|AR\r").contains("not-hl7");
            assertThat(caller.ask(Caller.message(""))).contains("MSA|AE\r").contains("101");
            assertThat(caller.ask(Caller.message("1").replace("|P|2.5", "|T|2.5")))
                    .contains("MSA|AR|1")
                    .contains("202");
            assertThat(caller.ask(Caller.message("1").replace("|P|2.5", "|P|3")))
                    .contains("MSA|AR|1")
                    .contains("203");
            assertThat(caller.ask(Caller.message("1").replace("ADT^A08^ADT_A01", "SIU^S12")))
                    .contains("MSA|AR|1")
                    .contains("200");
            assertThat(caller.ask(Caller.message("x".repeat(5_000)))).contains("MSA|AR");
        }
        assertThat(lane.waiting().waiting()).isZero();
    }

    /// A042.
    @Test
    void aSlowOrSilentCallerIsCutAndTheNextIsServed() throws Exception {
        try (var port = port(List.of(), null, null, null, Duration.ofSeconds(1))) {
            var framed = Blocks.framed(Caller.message("1").getBytes(UTF_8));
            for (var i = 0; i < 3; i++) {
                try (var slow = new Caller(port.number())) {
                    assertThat(slow.raw(Arrays.copyOf(framed, 40))).isEmpty();
                }
            }
            assertThat(served(port)).contains("MSA|AA|sound");
        }
    }

    /// A042.
    @Test
    void brokenFramesNeverHarmTheNextCaller() throws Exception {
        var random = new Random(11);
        try (var port = port()) {
            for (var i = 0; i < 60; i++) {
                var bytes = Blocks.framed(Caller.message("r" + i).getBytes(UTF_8));
                for (var b = random.nextInt(4); b >= 0; b--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                try (var broken = new java.net.Socket(InetAddress.getLoopbackAddress(), port.number())) {
                    broken.getOutputStream().write(bytes, 0, 1 + random.nextInt(bytes.length));
                } catch (IOException cut) {
                    // it may end the line while we still write
                }
            }
            assertThat(served(port)).contains("MSA|AA|sound");
        }
    }

    /// Three connections at most are heard at once: those before may still be ending.
    private static String served(Port port) throws InterruptedException {
        while (true) {
            try (var caller = new Caller(port.number())) {
                var answer = caller.ask(Caller.message("sound"));
                if (!answer.isEmpty()) {
                    return answer;
                }
            } catch (IOException full) {
                // again
            }
            Thread.sleep(50);
        }
    }

    @Test
    void overTlsOnlyCallersOfTheNamedAuthorityAreHeard() throws Exception {
        var own = Keys.make(folder, "own", "EC");
        var lis = Keys.make(folder, "lis", "EC");
        var stranger = Keys.make(folder, "stranger", "EC");
        try (var port = port(List.of(), own.certificate(), own.key(), lis.certificate())) {
            var sockets = MutualTls.of(own.certificate(), lis.certificate(), lis.key())
                    .getSocketFactory();
            try (var caller = new Caller(port.number(), sockets)) {
                assertThat(caller.ask(Caller.message("1"))).contains("MSA|AA|1");
            }
            var others = MutualTls.of(own.certificate(), stranger.certificate(), stranger.key())
                    .getSocketFactory();
            var heard = "";
            try (var caller = new Caller(port.number(), others)) {
                heard = caller.ask(Caller.message("2"));
            } catch (IOException refused) {
                // the handshake ended it
            }
            assertThat(heard).isEmpty();
        }
        assertThat(lane.waiting().waiting()).isOne();
    }
}

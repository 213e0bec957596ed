package hmnet.record.intake;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.mtls.MachineConnector;
import hmnet.record.filing.Papers;
import hmnet.record.filing.Ward;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// No acknowledgement before its flush (R005; 受領応答と書込み確定). Each fdatasync of PostgreSQL is held back before it
/// begins, so whoever waits for one waits at least that long. `./hmnet drill flush` does the same a thousand times and
/// looks at each flush.
class FlushTest extends Ward {
    private static final Duration HELD = Duration.ofMillis(400);
    private static final int FILES = 6;

    @Autowired
    MachineConnector connector;

    @Test
    void noAnswerComesBeforeAFlushThatBeganAfterItsRequest() throws Exception {
        var hospital = hospital();
        try (var machine =
                Machine.of(hospital, facilities, facilityCa(), connector.port().orElseThrow())) {
            assertThat(machine.post(Papers.of(number()).visit()).status()).isEqualTo(201);
            var quickest = HELD.multipliedBy(1000);
            var without = waited(machine);
            try (var _ = HeldFlushes.of(data(), HELD)) {
                for (var n = 0; n < FILES; n++) {
                    var waited = waited(machine);
                    quickest = waited.compareTo(quickest) < 0 ? waited : quickest;
                }
            }
            assertThat(quickest).as("with flushes held back").isGreaterThanOrEqualTo(HELD);
            assertThat(without).as("without").isLessThan(quickest);
        }
        settle(hospital);
    }

    private static Duration waited(Machine machine) throws IOException, InterruptedException {
        var began = System.nanoTime();
        var answer = machine.post(Papers.of(number()).visit());
        var waited = Duration.ofNanos(System.nanoTime() - began);
        assertThat(answer.status()).isEqualTo(201);
        return waited;
    }

    /// strace on all processes of the database, there and to come.
    private record HeldFlushes(Process strace) implements AutoCloseable {
        static HeldFlushes of(Path data, Duration held) throws IOException, InterruptedException {
            Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/strace")), "needs strace");
            var pid = Long.parseLong(Files.readAllLines(data.resolve("postgresql/cluster/postmaster.pid"))
                    .getFirst()
                    .strip());
            var command = new ArrayList<>(List.of(
                    "/usr/bin/strace",
                    "-f",
                    "-qq",
                    "-e",
                    "trace=fdatasync",
                    "-e",
                    "inject=fdatasync:delay_enter=" + held.toMillis() * 1000,
                    "-o",
                    "/dev/null"));
            var server = ProcessHandle.of(pid).orElseThrow();
            command.addAll(List.of("-p", Long.toString(pid)));
            server.descendants().forEach(child -> command.addAll(List.of("-p", Long.toString(child.pid()))));
            var strace = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Assumptions.assumeFalse(strace.waitFor(1, TimeUnit.SECONDS), "needs the right to trace processes");
            return new HeldFlushes(strace);
        }

        @Override
        public void close() {
            strace.destroy();
            strace.onExit().join();
        }
    }
}

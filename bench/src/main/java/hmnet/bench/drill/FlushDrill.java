package hmnet.bench.drill;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.Pause;
import hmnet.bench.stage.Sender;
import hmnet.bench.stage.Stage;
import hmnet.gateway.Limits;
import hmnet.gateway.StorageFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/// No acknowledgement before its flush (R005; 受領応答と書込み確定): every fdatasync of PostgreSQL is held
/// back for a while, file after file is sent, and each answer must come after a flush that began after its
/// request.
final class FlushDrill implements StageDrill {
    static final int DELAY_MILLIS = 20;
    private static final Limits ONE = new Limits(1, 1 << 20);

    @Override
    public int people(DrillSettings asked) {
        return asked.people(12);
    }

    /// One request with one file: when it began and when its answer was there, in seconds.
    private record Exchange(double asked, double answered) {}

    @Override
    public Verdict run(Stage stage, DrillSettings asked) throws IOException {
        var trace = Files.createTempFile("hmnet-flush", ".strace");
        try (var centre = stage.centre()) {
            var hospital = stage.hospitals().getFirst();
            var files = hospital.files()
                    .subList(0, Math.min(asked.times(1_000), hospital.files().size()));
            List<Exchange> exchanges;
            try (var _ = SystemCallTrace.of(centre, trace);
                    var sender = new Sender(centre, hospital, ONE)) {
                exchanges = files.stream().map(file -> exchange(sender, file)).toList();
            }
            return verdict(asked, exchanges, Flushes.of(Files.readAllLines(trace)));
        } finally {
            Files.delete(trace);
        }
    }

    private static Exchange exchange(Sender sender, StorageFile file) {
        try {
            var began = now();
            var answered = new AtomicInteger();
            var at = new double[1];
            sender.send(List.of(file), answer -> {
                at[0] = now();
                answered.incrementAndGet();
            });
            if (answered.get() != 1) {
                throw new IOException(file.path() + " had " + answered + " answers");
            }
            return new Exchange(began, at[0]);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static double now() {
        var now = Instant.now();
        return now.getEpochSecond() + now.getNano() / 1e9;
    }

    private static Verdict verdict(DrillSettings asked, List<Exchange> exchanges, Flushes flushes) {
        var early = exchanges.stream()
                .filter(e -> !flushes.within(e.asked(), e.answered()))
                .count();
        var quickest = exchanges.stream()
                .mapToDouble(e -> 1000 * (e.answered() - e.asked()))
                .min()
                .orElse(0);
        return Verdict.of(
                "flush",
                asked.seed(),
                early == 0 && quickest >= DELAY_MILLIS && !exchanges.isEmpty(),
                "acknowledged",
                exchanges.size(),
                "before_flush",
                early,
                "flushes",
                flushes.size(),
                "delay_ms",
                DELAY_MILLIS,
                "quickest_answer_ms",
                Math.round(quickest));
    }

    /// strace on all processes of the database, there and to come.
    private record SystemCallTrace(Process strace) implements AutoCloseable {
        static SystemCallTrace of(CentreProcess centre, Path trace) throws IOException {
            var command = new java.util.ArrayList<>(List.of(
                    "strace",
                    "-f",
                    "-ttt",
                    "-T",
                    "-e",
                    "trace=fdatasync",
                    "-e",
                    "inject=fdatasync:delay_enter=" + DELAY_MILLIS * 1000,
                    "-o",
                    trace.toString()));
            ProcessHandle.of(centre.postgresPid()).ifPresent(server -> {
                command.addAll(List.of("-p", Long.toString(server.pid())));
                server.descendants().forEach(child -> command.addAll(List.of("-p", Long.toString(child.pid()))));
            });
            var strace = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            Pause.millis(1_000);
            if (!strace.isAlive()) {
                throw new IOException("strace cannot watch PostgreSQL here (it needs the right to trace processes)");
            }
            return new SystemCallTrace(strace);
        }

        @Override
        public void close() throws IOException {
            strace.destroy();
            Pause.until("strace to let go", java.time.Duration.ofSeconds(20), () -> !strace.isAlive());
        }
    }
}

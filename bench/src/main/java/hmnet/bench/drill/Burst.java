package hmnet.bench.drill;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.Connection;
import hmnet.bench.stage.Hospital;
import hmnet.bench.stage.Pause;
import hmnet.bench.stage.Result;
import hmnet.gateway.Credentials;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/// So many machines for a while, each with a message every so often (送信の山), one after the other: when an answer
/// is late, the next one of that machine is late too.
///
/// @param pause between two messages of one machine
record Burst(CentreProcess centre, List<BurstLine> lines, int machines, Duration pause, Duration length) {
    /// A hospital's line: its certificate, what it has left to send, what was acknowledged to it.
    record BurstLine(Hospital hospital, SSLContext tls, AtomicInteger next, PostedFiles posted) {
        public static BurstLine of(CentreProcess centre, Hospital hospital) throws IOException {
            var tls = Credentials.read(centre.data().resolve("demo").resolve("credentials.json"))
                    .of(hospital.code())
                    .orElseThrow(() -> new IOException("No certificate for " + hospital.code()));
            return new BurstLine(hospital, tls, new AtomicInteger(), new PostedFiles());
        }
    }

    /// The result.
    ///
    /// @param refused answered 429 or 503, to be sent again
    /// @param failed any other answer
    /// @param millis of those acknowledged, quickest first
    record BurstResult(int refused, int failed, List<Double> millis) {
        double percentile(int percent) {
            return millis.isEmpty() ? 0 : Result.rounded(millis.get((millis.size() - 1) * percent / 100), 1);
        }
    }

    BurstResult send() throws IOException {
        var start = System.nanoTime();
        var end = start + length.toNanos();
        var millis = new ArrayList<Double>();
        var refused = 0;
        var failed = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<BurstResult>>();
            for (var n = 0; n < machines; n++) {
                var line = lines.get(n % lines.size());
                var first = start + n * pause.toNanos() / machines;
                running.add(threads.submit(() -> one(line, first, end)));
            }
            for (var machine : running) {
                var told = machine.get();
                millis.addAll(told.millis());
                refused += told.refused();
                failed += told.failed();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        return new BurstResult(refused, failed, millis.stream().sorted().toList());
    }

    private BurstResult one(BurstLine line, long first, long end) throws IOException {
        var millis = new ArrayList<Double>();
        var refused = 0;
        var failed = 0;
        var files = line.hospital().files();
        try (var connection = new Connection(centre.mtls(), line.tls().getSocketFactory(), "")) {
            for (var due = first; due < end && System.nanoTime() < end; due += pause.toNanos()) {
                Pause.millis((due - System.nanoTime()) / 1_000_000);
                var file = files.get(line.next().getAndIncrement() % files.size());
                var path = "/inbox/ssmix2?path=" + URLEncoder.encode(file.path(), StandardCharsets.UTF_8);
                var answer = connection.post(path, file.bytes());
                if (answer.status() == 200 || answer.status() == 201) {
                    line.posted().file(file.path(), file.bytes());
                    millis.add(answer.millis());
                } else if (answer.status() == 429 || answer.status() == 503) {
                    refused++;
                } else {
                    failed++;
                }
            }
        }
        return new BurstResult(refused, failed, millis);
    }
}

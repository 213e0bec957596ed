package hmnet.bench;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.Connection;
import hmnet.bench.stage.CpuTime;
import hmnet.bench.stage.Damage;
import hmnet.bench.stage.Home;
import hmnet.bench.stage.Result;
import hmnet.bench.stage.Stage;
import hmnet.gateway.Credentials;
import hmnet.gateway.StorageFile;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.SSLContext;

/// How many messages a second the centre keeps and acknowledges, one a request, each on disk before its answer (受領性能):
/// over so many connections of mutual TLS, all sound and with one in twenty damaged, while filing goes on behind.
final class ReceiveBench {
    private static final int DAMAGED_EVERY = 20;

    private static final List<Damage> DAMAGES = List.of(Damage.values());

    private ReceiveBench() {}

    private record Letter(String path, byte[] body) {}

    static Result run(Home home, int people, int seed, int clients) throws IOException {
        try (var stage = Stage.of(home, people, seed);
                var centre = stage.centre()) {
            var sender = stage.hospitals().getFirst();
            var tls = Credentials.read(centre.data().resolve("demo").resolve("credentials.json"))
                    .of(sender.code())
                    .orElseThrow();
            var all = sender.files();
            var third = all.size() / 3;
            send(centre, tls, letters(all.subList(0, third), seed, false), clients);
            var lines = new ArrayList<Result.Line>();
            lines.add(line(centre, tls, letters(all.subList(third, 2 * third), seed, false), clients, 0));
            lines.add(line(centre, tls, letters(all.subList(2 * third, all.size()), seed, true), clients, 5));
            return new Result("receive", Map.of("people", people, "seed", seed, "clients", clients), lines);
        }
    }

    private static List<Letter> letters(List<StorageFile> files, int seed, boolean damaged) {
        var random = new Random(seed);
        var letters = new ArrayList<Letter>();
        for (var n = 0; n < files.size(); n++) {
            var file = files.get(n);
            var bad = damaged && n % DAMAGED_EVERY == 0 && Damage.fits(file);
            letters.add(letter(bad ? DAMAGES.get(random.nextInt(DAMAGES.size())).copy(file, n, random) : file));
        }
        return letters;
    }

    private static Letter letter(StorageFile file) {
        return new Letter("/inbox/ssmix2?path=" + URLEncoder.encode(file.path(), StandardCharsets.UTF_8), file.bytes());
    }

    private static Result.Line line(
            CentreProcess centre, SSLContext tls, List<Letter> letters, int clients, int damagedPercent)
            throws IOException {
        var cpu = CpuTime.seconds(centre);
        var began = System.nanoTime();
        var millis = send(centre, tls, letters, clients).stream().sorted().toList();
        var seconds = (System.nanoTime() - began) / 1e9;
        var used = CpuTime.seconds(centre) - cpu;
        return Result.Line.of(
                "receive",
                "connections",
                clients,
                "damaged_percent",
                damagedPercent,
                "n",
                letters.size(),
                "messages_per_s",
                Math.round(letters.size() / seconds),
                "p95_ms",
                Result.rounded(millis.get(millis.size() * 95 / 100), 1),
                "cpu_ms",
                Result.rounded(1000 * used / letters.size(), 2));
    }

    /// The milliseconds until each was acknowledged.
    private static List<Double> send(CentreProcess centre, SSLContext tls, List<Letter> letters, int clients)
            throws IOException {
        var next = new AtomicInteger();
        var millis = new ArrayList<Double>();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var running = new ArrayList<Future<List<Double>>>();
            for (var n = 0; n < clients; n++) {
                running.add(threads.submit(() -> work(centre, tls, letters, next)));
            }
            for (var one : running) {
                millis.addAll(one.get());
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
        return millis;
    }

    private static List<Double> work(CentreProcess centre, SSLContext tls, List<Letter> letters, AtomicInteger next)
            throws IOException {
        var millis = new ArrayList<Double>();
        try (var connection = new Connection(centre.mtls(), tls.getSocketFactory(), "")) {
            for (var n = next.getAndIncrement(); n < letters.size(); n = next.getAndIncrement()) {
                var answer =
                        connection.post(letters.get(n).path(), letters.get(n).body());
                if (answer.status() >= 500) {
                    throw new IOException(letters.get(n).path() + " answered " + answer.status());
                }
                millis.add(answer.millis());
            }
        }
        return millis;
    }
}

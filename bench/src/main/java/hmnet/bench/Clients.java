package hmnet.bench;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.Connection;
import hmnet.bench.stage.CpuTime;
import hmnet.bench.stage.Result;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// So many at work at once (同時利用者), doctors or machines, each asking the next as soon as the last answer stands.
final class Clients {
    private Clients() {}

    /// How the n-th of them reaches the centre.
    public interface ClientAccess {
        Connection connect(int n) throws IOException;
    }

    /// What an answer must be to count.
    public interface Judge {
        void look(String path, byte[] body) throws IOException;
    }

    /// The milliseconds of every answer, sorted.
    public static List<Double> run(ClientAccess reaching, Judge judge, List<String> paths, int clients, int seconds)
            throws IOException {
        var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        var millis = new ArrayList<Double>();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var running = new ArrayList<Future<List<Double>>>();
            for (var n = 0; n < clients; n++) {
                var client = n;
                running.add(threads.submit(() -> work(reaching.connect(client), judge, paths, client * 97, end)));
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
        return millis.stream().sorted().toList();
    }

    private static List<Double> work(Connection connection, Judge judge, List<String> paths, int first, long end)
            throws IOException {
        var millis = new ArrayList<Double>();
        try (connection) {
            for (var next = first; System.nanoTime() < end; next++) {
                var path = paths.get(next % paths.size());
                var answer = connection.open(path);
                judge.look(path, answer.body());
                millis.add(answer.millis());
            }
        }
        return millis;
    }

    /// Answers of one case, quickest first, and the processor time of centre and database for each.
    public record Measurement(List<Double> millis, double cpuMillis) {
        public interface ClientTask {
            List<Double> run() throws IOException;
        }

        public static Measurement of(CentreProcess centre, ClientTask work) throws IOException {
            var before = CpuTime.seconds(centre);
            var millis = work.run();
            var used = CpuTime.seconds(centre) - before;
            return new Measurement(millis, Result.rounded(1000 * used / Math.max(1, millis.size()), 2));
        }

        public double percentile(int percent) {
            return Result.rounded(millis.get(millis.size() * percent / 100), 1);
        }
    }
}

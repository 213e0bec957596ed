package hmnet.bench;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// So many doctors at work at once (同時利用者), each opening the next page as soon as the last one stands.
final class Clients {
    private Clients() {}

    /// The milliseconds of every page opened, sorted.
    static List<Double> run(List<Doctor> doctors, List<String> paths, int clients, int seconds) throws IOException {
        var end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        var millis = new ArrayList<Double>();
        try (var threads = Executors.newFixedThreadPool(clients)) {
            var running = new ArrayList<Future<List<Double>>>();
            for (var n = 0; n < clients; n++) {
                var doctor = doctors.get(n % doctors.size());
                var first = n * 7;
                running.add(threads.submit(() -> work(doctor, paths, first, end)));
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

    private static List<Double> work(Doctor doctor, List<String> paths, int first, long end) throws IOException {
        var millis = new ArrayList<Double>();
        try (var connection = new Connection(doctor)) {
            for (var next = first; System.nanoTime() < end; next++) {
                millis.add(connection.open(paths.get(next % paths.size())));
            }
        }
        return millis;
    }
}

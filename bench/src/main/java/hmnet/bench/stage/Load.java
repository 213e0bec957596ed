package hmnet.bench.stage;

import hmnet.gateway.Answer;
import hmnet.gateway.Limits;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;

/// All hospitals sending at once, each over its own connection (一斉送信).
public final class Load {
    private Load() {}

    /// One hospital's part.
    public interface Part {
        void run(Hospital hospital, Sender sender) throws IOException;
    }

    public static void send(CentreProcess centre, List<Hospital> hospitals) throws IOException {
        send(centre, hospitals, Limits.USUAL, (hospital, answer) -> {});
    }

    /// Sends everything and waits until all is filed.
    public static void send(
            CentreProcess centre, List<Hospital> hospitals, Limits limits, BiConsumer<Hospital, Answer> answers)
            throws IOException {
        each(centre, hospitals, limits, (hospital, sender) -> {
            sender.send(hospital.files(), answer -> answers.accept(hospital, answer));
            sender.untilFiled(Duration.ofMinutes(30));
        });
    }

    /// The parts of all hospitals side by side; the first failure is everybody's.
    public static void each(CentreProcess centre, List<Hospital> hospitals, Limits limits, Part part)
            throws IOException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var hospital : hospitals) {
                running.add(threads.submit(() -> {
                    try (var sender = new Sender(centre, hospital, limits)) {
                        part.run(hospital, sender);
                    }
                    return hospital;
                }));
            }
            for (var one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        }
    }
}

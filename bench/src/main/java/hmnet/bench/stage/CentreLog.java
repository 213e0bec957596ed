package hmnet.bench.stage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;

/// What a centre prints (センターのログ), copied to a file; one line of it says that it has started.
final class CentreLog {
    private CentreLog() {}

    static void copy(Process process, Path log, CountDownLatch started) {
        try (var lines = process.inputReader(StandardCharsets.UTF_8);
                var out = Files.newBufferedWriter(log, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                out.write(line + "\n");
                out.flush();
                if (line.startsWith("started:")) {
                    started.countDown();
                }
            }
        } catch (IOException e) {
            System.err.println("bench: " + log + ": " + e.getMessage());
        }
    }
}

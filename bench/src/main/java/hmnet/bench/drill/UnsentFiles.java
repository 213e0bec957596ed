package hmnet.bench.drill;

import hmnet.bench.stage.Pause;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a gateway has not sent yet (未送信の件数): in the folder it watches and in its spool.
record UnsentFiles(Path folder, Duration patience) {
    /// The gateway takes files away while this counts them.
    long files() throws IOException {
        var files = new AtomicLong();
        Files.walkFileTree(folder.resolve("in"), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes is) {
                files.incrementAndGet();
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException why) throws IOException {
                return why instanceof NoSuchFileException ? FileVisitResult.CONTINUE : super.visitFileFailed(file, why);
            }
        });
        return files.get() + waiting();
    }

    /// What waits, as it says itself some time after the folder was emptied; -1 before it said anything since.
    private long waiting() throws IOException {
        var file = folder.resolve("spool").resolve("status.json");
        var since = Files.getLastModifiedTime(file);
        Pause.until(
                "the gateway's next status",
                patience,
                () -> Files.getLastModifiedTime(file).compareTo(since) > 0);
        var sum = 0L;
        for (JsonNode lane :
                JsonMapper.shared().readTree(Files.readAllBytes(file)).path("lanes")) {
            sum += lane.path("waiting").asLong() + lane.path("aside").asLong();
        }
        return sum;
    }
}

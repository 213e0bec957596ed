package hmnet.bench.drill;

import hmnet.bench.stage.Hospital;
import hmnet.bench.stage.Pause;
import hmnet.formats.base.mllp.Blocks;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A hospital's systems at work beside a gateway that is being killed (院内システム): one writes files, whole or in
/// pieces, under a working name or behind a lock; one sends messages and repeats each until it hears AA.
final class Department {
    private final GatewayProcess gateway;
    private final Hospital hospital;
    private final long seed;
    private final PostedFiles postedFiles = new PostedFiles();
    private final AtomicBoolean working = new AtomicBoolean(true);
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong files = new AtomicLong();
    private volatile @Nullable IOException failure;

    Department(GatewayProcess gateway, Hospital hospital, long seed) {
        this.gateway = gateway;
        this.hospital = hospital;
        this.seed = seed;
    }

    PostedFiles posted() {
        return postedFiles;
    }

    /// Messages acknowledged so far.
    long acknowledged() {
        return acknowledged.get();
    }

    long files() {
        return files.get();
    }

    /// Begins both; the threads end after `end`.
    Thread[] begin() {
        return new Thread[] {
            Thread.ofPlatform().start(() -> guarded(this::write)),
            Thread.ofPlatform().start(() -> guarded(this::call))
        };
    }

    void end(Thread... threads) throws IOException {
        working.set(false);
        for (var thread : threads) {
            Pause.until("a hospital's system to end", java.time.Duration.ofMinutes(3), () -> !thread.isAlive());
        }
        if (failure != null) {
            throw new IOException(failure);
        }
    }

    private interface DepartmentTask {
        void run() throws IOException;
    }

    private void guarded(DepartmentTask work) {
        try {
            work.run();
        } catch (IOException e) {
            failure = e;
        }
    }

    /// The hospital's own storage first, then files of noise without end.
    private void write() throws IOException {
        var random = new Random(seed);
        var storage = hospital.files().iterator();
        for (var n = 0; working.get(); n++) {
            if (storage.hasNext()) {
                var file = storage.next();
                write(file.path(), file.bytes(), random);
            } else {
                write("noise/%06d".formatted(n), noise(random), random);
            }
            files.incrementAndGet();
            Pause.millis(20 + random.nextInt(60));
        }
    }

    private static byte[] noise(Random random) {
        var bytes = new byte[1 + random.nextInt(20_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private void write(String path, byte[] bytes, Random random) throws IOException {
        var to = gateway.in().resolve(path);
        Files.createDirectories(to.getParent());
        postedFiles.file(path, bytes);
        if (random.nextBoolean()) {
            var working = Files.write(to.resolveSibling(to.getFileName() + ".tmp"), bytes);
            Files.move(working, to, StandardCopyOption.ATOMIC_MOVE);
        } else {
            inPieces(to, bytes, random);
        }
    }

    private static void inPieces(Path to, byte[] bytes, Random random) throws IOException {
        var lock = Files.createFile(to.resolveSibling(to.getFileName() + ".lock"));
        try (var out = Files.newOutputStream(to)) {
            var half = random.nextInt(bytes.length + 1);
            out.write(bytes, 0, half);
            out.flush();
            Pause.millis(random.nextInt(120));
            out.write(bytes, half, bytes.length - half);
        }
        Files.delete(lock);
    }

    private void call() throws IOException {
        GatewayLine line = null;
        var texts = GatewayLine.messages(seed + 1);
        while (working.get()) {
            var message = texts.next();
            while (true) {
                try {
                    line = line == null ? new GatewayLine(gateway.mllp()) : line;
                    if (line.accepted(message)) {
                        break;
                    }
                } catch (IOException cut) {
                    line = null;
                }
                Pause.millis(50);
            }
            var kept = new ByteArrayOutputStream();
            kept.writeBytes(message);
            kept.write(Blocks.END);
            postedFiles.message(kept.toByteArray());
            acknowledged.incrementAndGet();
            Pause.millis(20);
        }
    }
}

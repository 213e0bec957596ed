package hmnet.bench.drill;

import hmnet.bench.stage.CentreProcess;
import hmnet.bench.stage.CpuTime;
import hmnet.bench.stage.Home;
import hmnet.bench.stage.Hospital;
import hmnet.bench.stage.Pause;
import hmnet.bench.stage.Ports;
import hmnet.gateway.Credentials;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/// A hospital's gateway before a centre (ゲートウェイのプロセス), to be killed and started again.
final class GatewayProcess implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private final Home home;
    private final Path folder;
    private final Path config;
    private final UnsentFiles unsent;
    private final int mllp;
    private volatile @Nullable Process process;
    private volatile long mostBytes;

    GatewayProcess(Home home, CentreProcess centre, Hospital hospital, Path folder) throws IOException {
        this.home = home;
        this.folder = folder;
        this.mllp = Ports.free();
        this.unsent = new UnsentFiles(folder, PATIENCE);
        Files.createDirectories(in());
        this.config = Files.writeString(folder.resolve("gateway.properties"), settings(centre, hospital));
    }

    private String settings(CentreProcess centre, Hospital hospital) throws IOException {
        var file = centre.data().resolve("demo").resolve("credentials.json");
        var credentials = Credentials.read(file);
        var own = credentials.facilities().stream()
                .filter(facility -> facility.code().equals(hospital.code()))
                .findFirst()
                .orElseThrow(() -> new IOException("No certificate for " + hospital.code()));
        return """
                centre=%s
                certificate=%s
                key=%s
                ca=%s
                spool=spool
                spool.keep-free=1MiB
                retry.most=1s
                folder.storage.path=in
                folder.storage.door=ssmix2
                folder.storage.every=100ms
                folder.storage.quiet=300ms
                folder.storage.lock=.lock
                mllp.port=%d
                """.formatted(
                        centre.mtls(),
                        credentials.folder().resolve(String.valueOf(own.cert())),
                        credentials.folder().resolve(String.valueOf(own.key())),
                        credentials.folder().resolve(credentials.ca()),
                        mllp);
    }

    /// The folder it watches.
    Path in() {
        return folder.resolve("in");
    }

    int mllp() {
        return mllp;
    }

    /// Starts it; it is at work when its port is heard.
    void start() throws IOException {
        var log = folder.resolve("gateway.log").toFile();
        var starting = new ProcessBuilder(home.gateway("run", "--config", config.toString()))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
        process = starting;
        Pause.until("the gateway to start: " + log, PATIENCE, () -> {
            if (!starting.isAlive()) {
                throw new IOException("The gateway stopped while starting:\n" + Files.readString(log.toPath()));
            }
            return heard();
        });
    }

    private boolean heard() {
        try (var socket = new java.net.Socket(InetAddress.getLoopbackAddress(), mllp)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    /// kill -9.
    void kill() throws IOException {
        sample();
        var running = process;
        if (running != null) {
            running.destroyForcibly();
            try {
                running.waitFor(30, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new java.io.InterruptedIOException();
            }
        }
    }

    /// Notes what memory it takes now.
    void sample() {
        var running = process;
        if (running != null) {
            mostBytes = Math.max(mostBytes, CpuTime.residentBytes(running.pid()));
        }
    }

    long mostMegabytes() {
        return mostBytes >> 20;
    }

    /// Until nothing is left in its folder or its spool. A slow machine has much to send after a hundred kills: only
    /// one that sends nothing any more is waited for in vain.
    void untilSent() throws IOException {
        for (var left = unsent.files(); left > 0; ) {
            var before = left;
            var now = new AtomicLong(before);
            Pause.until(
                    "the gateway to send more of " + before + ": " + folder.resolve("gateway.log"), PATIENCE, () -> {
                        sample();
                        now.set(unsent.files());
                        return now.get() < before;
                    });
            left = now.get();
        }
    }

    @Override
    public void close() throws IOException {
        kill();
    }
}

package hmnet.bench.stage;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A real centre on a data folder of its own (センターのプロセス), to be killed and started again. It and its
/// PostgreSQL end with us.
public final class CentreProcess implements AutoCloseable {
    private static final Set<CentreProcess> ALIVE = ConcurrentHashMap.newKeySet();

    static {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> ALIVE.forEach(CentreProcess::end)));
    }

    private final Home home;
    private final Path data;
    private final PostgresProcess postgres;
    private final int port = Ports.free();
    private final int mtls = Ports.free();
    /// These two its own as well: another centre of this machine may take the usual ones while this is down or
    /// starting.
    private final int mllp = Ports.free();

    private final int figures = Ports.free();
    private @Nullable Process process;

    public CentreProcess(Home home, Path data) {
        this.home = home;
        this.data = data;
        this.postgres = new PostgresProcess(data);
    }

    /// Starts it and waits until it answers. Returns the seconds that took.
    public double start() throws IOException {
        var began = System.nanoTime();
        var log = data.resolve("centre.log");
        var started = new CountDownLatch(1);
        ALIVE.add(this);
        var command = new ProcessBuilder(home.center(
                        "demo",
                        "--port",
                        Integer.toString(port),
                        "--mtls-port",
                        Integer.toString(mtls),
                        "--data",
                        data.toString()))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        command.environment().put("HMNET_MLLP_PORT", Integer.toString(mllp));
        command.environment().put("HMNET_FIGURES_PORT", Integer.toString(figures));
        // A load reads and sends as no human does.
        for (var limit : List.of(
                "LIMITS_CHARTS_HOUR",
                "LIMITS_CHARTS_DAY",
                "LIMITS_PERSONS_HOUR",
                "LIMITS_PERSONS_HOUR_ALERT",
                "LIMITS_PERSONS_DAY",
                "LIMITS_PERSONS_DAY_ALERT",
                "MESSAGE_HOUR_ENTRIES")) {
            command.environment().put("HMNET_" + limit, "0");
        }
        var starting = command.start();
        process = starting;
        Thread.ofVirtual().start(() -> CentreLog.copy(starting, log, started));
        Pause.until("the centre to start: " + log, Duration.ofMinutes(20), () -> {
            if (!starting.isAlive()) {
                throw new IOException("The centre stopped while starting:\n" + Files.readString(log));
            }
            return started.getCount() == 0;
        });
        return (System.nanoTime() - began) / 1e9;
    }

    public Path data() {
        return data;
    }

    public URI url() {
        return URI.create("http://localhost:" + port);
    }

    public URI mtls() {
        return URI.create("https://localhost:" + mtls);
    }

    public long pid() {
        return process == null ? 0 : process.pid();
    }

    boolean alive() {
        return process != null && process.isAlive();
    }

    /// kill -9; its PostgreSQL goes on.
    public void kill() {
        if (process != null) {
            process.destroyForcibly();
            await(process, 30);
        }
    }

    /// SIGTERM: it stops in order, with its PostgreSQL.
    void stop() {
        if (process != null) {
            process.destroy();
            if (!await(process, 60)) {
                kill();
            }
        }
    }

    private static boolean await(Process process, int seconds) {
        try {
            return process.waitFor(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// The embedded PostgreSQL of this folder: its first process, 0 if none is named.
    public long postgresPid() {
        return postgres.pid();
    }

    /// kill -9 of PostgreSQL with all its processes, as when the machine takes them.
    public void killPostgres() {
        postgres.kill();
    }

    /// One hash over all that is filed, as the command prints it.
    public Digest digest() throws IOException {
        return Digest.of(Command.run(home.center("digest", "--data", data.toString())));
    }

    /// What `audit verify` says of the whole log in its first line; it throws where the log is not what it was.
    public String auditVerdict() throws IOException {
        return Command.run(home.center("audit", "verify", "--data", data.toString()))
                .lines()
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        stop();
        end();
    }

    private void end() {
        if (process != null && process.isAlive()) {
            process.destroyForcibly();
        }
        killPostgres();
        ALIVE.remove(this);
    }
}

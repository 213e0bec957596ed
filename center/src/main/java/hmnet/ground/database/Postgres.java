package hmnet.ground.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// The embedded PostgreSQL server (組込みデータベース) of one data folder: unpacked, initialised with a
/// password and page checksums, started with every durability setting on. It lives in a session of its own,
/// so a kill of the centre leaves it running and the next start attaches to it.
final class Postgres {
    private final Path home;
    private final Path cluster;
    private final Path binaries;

    Postgres(Path home) {
        this.home = home;
        this.cluster = home.resolve("cluster");
        this.binaries = home.resolve("postgresql-" + PostgresBinaries.VERSION);
    }

    /// Starts the server, or attaches to the one that runs. Returns its port.
    int start(String password) {
        try {
            PostgresBinaries.unpack(binaries);
            if (!Files.exists(cluster.resolve("PG_VERSION"))) {
                initialise(password);
            }
            if (!running()) {
                launch();
            }
            return port();
        } catch (IOException e) {
            throw new UncheckedIOException("The embedded PostgreSQL in " + home + " did not start", e);
        }
    }

    /// Whether the server process is alive. After a power cut its number may be another program's: it counts only while
    /// that process is a PostgreSQL that works in this folder.
    boolean running() {
        var number = processId();
        return number > 0 && ProcessHandle.of(number).filter(this::worksHere).isPresent();
    }

    private boolean worksHere(ProcessHandle process) {
        var told = Path.of("/proc", Long.toString(process.pid()));
        try {
            return process.isAlive()
                    && Files.isSameFile(told.resolve("cwd"), cluster)
                    && Files.readString(told.resolve("comm")).startsWith("postgres");
        } catch (IOException e) {
            return false; // ended meanwhile, or somebody else's
        }
    }

    /// A server refuses to start while the number in its file is anybody's. The file stays where one of the server's
    /// own processes still runs: PostgreSQL itself then refuses, and rightly so.
    private void forgetProcessThatIsGone() {
        if (processId() > 0 && !running() && ProcessHandle.allProcesses().noneMatch(this::worksHere)) {
            try {
                Files.deleteIfExists(cluster.resolve("postmaster.pid"));
            } catch (IOException e) {
                throw new UncheckedIOException("postmaster.pid of a server that is gone cannot be removed", e);
            }
        }
    }

    /// Stops the server, waiting for its clients to be cut and its last checkpoint.
    void stop() {
        if (running()) {
            run("pg_ctl", "stop", "-D", cluster.toString(), "-m", "fast", "-w", "-t", "60");
        }
    }

    /// The postmaster's process id, or 0.
    long processId() {
        var lines = postmasterLines();
        return lines.isEmpty() || !lines.getFirst().strip().matches("\\d{1,18}")
                ? 0
                : Long.parseLong(lines.getFirst().strip());
    }

    private int port() {
        return Integer.parseInt(postmasterLines().get(3).strip());
    }

    private List<String> postmasterLines() {
        try {
            var file = cluster.resolve("postmaster.pid");
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    private void initialise(String password) throws IOException {
        var passwordFile = Files.createTempFile(home, "initdb", ".secret");
        try {
            Files.writeString(passwordFile, password);
            run(
                    "initdb",
                    "-D",
                    cluster.toString(),
                    "-U",
                    "postgres",
                    "-A",
                    "scram-sha-256",
                    "--pwfile=" + passwordFile,
                    "--data-checksums",
                    "-E",
                    "UTF8",
                    "--locale=C.UTF-8");
        } finally {
            Files.delete(passwordFile);
        }
    }

    private void launch() throws IOException {
        var logs = Files.createDirectories(home.resolve("logs"));
        Files.deleteIfExists(home.resolve("postgresql.log")); // what the last start said
        Files.writeString(cluster.resolve("postgresql.auto.conf"), PostgresTuning.lines(freePort(), logs));
        restart();
    }

    /// Starts the server with the settings it had, on the port that its clients know.
    void restart() {
        forgetProcessThatIsGone();
        run(
                "pg_ctl",
                "start",
                "-D",
                cluster.toString(),
                "-w",
                "-t",
                "120",
                "-l",
                home.resolve("postgresql.log").toString());
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void run(String program, String... arguments) {
        var command = new ArrayList<String>();
        if (isRoot()) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it runs as nobody with our files.
            command.addAll(List.of("unshare", "-U"));
        }
        command.add(binaries.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        var output = home.resolve(program + ".log");
        try {
            var process = new ProcessBuilder(command)
                    .directory(home.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(180, TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new IllegalStateException(program + " failed: " + Files.readString(output));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(program + " could not be run", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(program + " was interrupted", e);
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}

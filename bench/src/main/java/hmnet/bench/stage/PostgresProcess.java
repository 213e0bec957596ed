package hmnet.bench.stage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The embedded PostgreSQL of a centre's data folder (内蔵データベースのプロセス).
record PostgresProcess(Path data) {
    /// Its first process, 0 if none is named.
    long pid() {
        var file = data.resolve("postgresql").resolve("cluster").resolve("postmaster.pid");
        try {
            return Files.exists(file)
                    ? Long.parseLong(Files.readAllLines(file).getFirst().strip())
                    : 0;
        } catch (IOException | RuntimeException e) {
            return 0; // it is being written
        }
    }

    void kill() {
        var server = ProcessHandle.of(pid());
        var all = server.map(s -> s.descendants().toList()).orElse(List.of());
        server.ifPresent(ProcessHandle::destroyForcibly);
        all.forEach(ProcessHandle::destroyForcibly);
    }
}

package hmnet.record.previews;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where programs run (作業場): the folder for their files, the programs, and the walls around them.
final class PreviewBench {
    private static final Logger LOG = LoggerFactory.getLogger(PreviewBench.class);
    private static final Path MEMORY = Path.of("/dev/shm");
    private static final Duration LEFT_BEHIND = Duration.ofHours(1);

    private final Path base;
    private final Programs programs;
    private final ProgramWalls walls;

    PreviewBench(Programs programs, String folder) throws IOException {
        this.programs = programs;
        this.base = base(folder);
        sweep();
        var trial = Files.createTempDirectory(base, ProgramRun.PREFIX);
        try {
            this.walls = ProgramWalls.best(programs, trial);
        } finally {
            Files.deleteIfExists(trial);
        }
        switch (walls) {
            case ROOM -> LOG.info("Previews are drawn by programs without network, files or other processes");
            case NO_NETWORK ->
                LOG.info("Previews are drawn by programs without network; install bubblewrap to hide files from them");
            case LIMITS ->
                LOG.warn("Previews are drawn by programs that only have limits; install bubblewrap to wall them in");
        }
    }

    private static Path base(String folder) throws IOException {
        if (!folder.isBlank()) {
            return Files.createDirectories(Path.of(folder)).toAbsolutePath();
        }
        return Files.isDirectory(MEMORY) && Files.isWritable(MEMORY)
                ? MEMORY
                : Path.of(System.getProperty("java.io.tmpdir", "/tmp")).toAbsolutePath();
    }

    /// A centre that was killed while it drew leaves its folder behind, with somebody's page in it.
    private void sweep() throws IOException {
        var late = Instant.now().minus(LEFT_BEHIND);
        try (var folders = Files.newDirectoryStream(base, ProgramRun.PREFIX + "*")) {
            for (var folder : folders) {
                if (leftBehind(folder, late)) {
                    ProgramRun.delete(folder);
                }
            }
        }
    }

    /// One that another run takes away at this moment is its own.
    private static boolean leftBehind(Path folder, Instant late) {
        try {
            return Files.isWritable(folder)
                    && Files.getLastModifiedTime(folder).toInstant().isBefore(late);
        } catch (IOException gone) {
            return false;
        }
    }

    ProgramWalls walls() {
        return walls;
    }

    void need(PreviewProgram program) throws DrawingFailure {
        programs.need(program);
    }

    ProgramRun run() throws IOException {
        sweep();
        return new ProgramRun(base, programs, walls);
    }
}

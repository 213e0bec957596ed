package hmnet.record.previews;

import static java.nio.charset.StandardCharsets.UTF_8;

import hmnet.record.previews.PagePicture.WhyUndrawn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// One file in a folder of its own, and the programs that run over it (プログラムの実行): short of time, memory and
/// output, with an empty environment. The folder is gone when it is closed.
final class ProgramRun implements AutoCloseable {
    static final String PREFIX = "hmnet-preview-";

    private static final long FILE_BYTES = 64L << 20;
    private static final long FOLDER_BYTES = 256L << 20;
    private static final int SAID = 64 << 10;
    private static final String OUT = "said";
    private static final String ERRORS = "complained";
    private static final long LOOK_MILLIS = 100;

    private final Path folder;
    private final Programs programs;
    private final ProgramWalls walls;

    /// What a run may use.
    record RunLimits(Duration time, int megabytes) {}

    ProgramRun(Path base, Programs programs, ProgramWalls walls) throws IOException {
        this.folder = Files.createTempDirectory(base, PREFIX);
        this.programs = programs;
        this.walls = walls;
    }

    Path folder() {
        return folder;
    }

    void put(String name, byte[] content) throws IOException {
        Files.write(folder.resolve(name), content);
    }

    /// What the program wrote into a file of this name.
    byte[] result(String name) throws DrawingFailure, IOException {
        var found = read(name, (int) FILE_BYTES);
        if (found.length == 0) {
            throw new DrawingFailure(WhyUndrawn.DAMAGED, "nothing was drawn: " + complaints());
        }
        return found;
    }

    /// What it said on its standard output.
    String said() throws IOException {
        return new String(read(OUT, SAID), UTF_8);
    }

    String complaints() throws IOException {
        return new String(read(ERRORS, SAID), UTF_8);
    }

    /// A program that was taken over may have laid a link or a pipe there: neither is followed.
    private byte[] read(String name, int most) throws IOException {
        var file = folder.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new byte[0];
        }
        try (var in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return in.readNBytes(most);
        }
    }

    /// Runs it to its end, within the limits.
    void run(PreviewProgram program, RunLimits limits, List<String> arguments) throws DrawingFailure, IOException {
        var command = new ArrayList<String>(List.of(
                programs.need(PreviewProgram.LIMITS).toString(),
                "--as=" + ((long) limits.megabytes() << 20),
                "--cpu=" + limits.time().toSeconds(),
                "--fsize=" + FILE_BYTES,
                "--nofile=512",
                "--core=0"));
        command.addAll(walls.around(programs, folder).orElse(List.of()));
        command.add(programs.need(program).toString());
        command.addAll(arguments);
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(folder.resolve(OUT).toFile())
                .redirectError(folder.resolve(ERRORS).toFile());
        builder.environment().clear();
        builder.environment().put("PATH", programs.folders());
        builder.environment().put("HOME", folder.toString());
        builder.environment().put("LC_ALL", "C.UTF-8");
        attend(builder.start(), program, limits.time());
    }

    private void attend(Process process, PreviewProgram program, Duration time) throws DrawingFailure, IOException {
        long end = System.nanoTime() + time.toNanos();
        try {
            while (!process.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                if (System.nanoTime() > end) {
                    throw new DrawingFailure(WhyUndrawn.LIMIT, program.command() + " took longer than " + time);
                }
                if (size() > FOLDER_BYTES) {
                    throw new DrawingFailure(WhyUndrawn.LIMIT, program.command() + " wrote too much");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DrawingFailure(WhyUndrawn.BUSY, "interrupted");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new DrawingFailure(
                    WhyUndrawn.DAMAGED, program.command() + " ended with " + process.exitValue() + ": " + complaints());
        }
    }

    private long size() throws IOException {
        try (var files = Files.walk(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        } catch (UncheckedIOException vanished) {
            return 0; // a file that went away while it was being looked at
        }
    }

    @Override
    public void close() {
        delete(folder);
    }

    /// Away with all of it; links are not followed.
    static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            org.slf4j.LoggerFactory.getLogger(ProgramRun.class)
                    .warn("A folder of a preview could not be removed: {}", e.getMessage());
        }
    }
}

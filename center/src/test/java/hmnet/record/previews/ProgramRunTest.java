package hmnet.record.previews;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hmnet.record.previews.PagePicture.WhyUndrawn;
import hmnet.record.previews.ProgramRun.RunLimits;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a program over a stranger's file can reach, and how long it may try.
class ProgramRunTest {
    private static final Programs INSTALLED = new Programs("/usr/local/bin:/usr/bin:/bin");
    private static final RunLimits LIMITS = new RunLimits(Duration.ofSeconds(10), 1024);

    @TempDir
    Path folder;

    private Path work = Path.of("");

    @BeforeEach
    void aFolder() throws IOException {
        work = Files.createDirectories(folder.resolve("work"));
    }

    private ProgramRun run(ProgramWalls walls) throws IOException {
        return new ProgramRun(work, INSTALLED, walls);
    }

    private void needs(ProgramWalls walls) {
        DrawableFiles.needs("ffmpeg", PreviewProgram.FFMPEG);
        var best = ProgramWalls.best(INSTALLED, work);
        Assumptions.assumeTrue(
                best.compareTo(walls) <= 0, "needs bubblewrap and a system that lets it wall programs in");
    }

    /// It may be a page of somebody's chart, and the centre may work on for months.
    @Test
    void whatAKilledCentreLeftBehindGoesWithTheNextRun() throws IOException {
        var bench = new PreviewBench(INSTALLED, work.toString());
        var left = Files.createDirectories(work.resolve(ProgramRun.PREFIX + "left"));
        Files.writeString(left.resolve("in.html"), "somebody's chart");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
        var atWork = Files.createDirectories(work.resolve(ProgramRun.PREFIX + "at-work"));
        bench.run().close();
        assertThat(left).doesNotExist();
        assertThat(atWork).exists();
    }

    /// The same program, with the same arguments, reads the file where there are no walls.
    @Test
    void behindWallsAProgramSeesNoFileOfThisMachine() throws Exception {
        needs(ProgramWalls.ROOM);
        var secret = Files.writeString(folder.resolve("secret"), "of this machine");
        var copy = List.of(
                "-nostdin", "-f", "data", "-i", "file:" + secret, "-map", "0", "-c", "copy", "-f", "data", "out");
        try (var open = run(ProgramWalls.LIMITS)) {
            open.run(PreviewProgram.FFMPEG, LIMITS, copy);
            assertThat(new String(open.result("out"), java.nio.charset.StandardCharsets.UTF_8))
                    .isEqualTo("of this machine");
        }
        try (var walled = run(ProgramWalls.ROOM)) {
            assertThatThrownBy(() -> walled.run(PreviewProgram.FFMPEG, LIMITS, copy))
                    .hasMessageContaining("No such file");
        }
    }

    @Test
    void behindWallsAProgramReachesNobody() throws Exception {
        needs(ProgramWalls.NO_NETWORK);
        for (var walls : new ProgramWalls[] {ProgramWalls.NO_NETWORK, ProgramWalls.best(INSTALLED, work)}) {
            try (var listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                    var walled = run(walls)) {
                listener.setSoTimeout(300);
                var call = List.of(
                        "-nostdin",
                        "-f",
                        "data",
                        "-i",
                        "tcp://127.0.0.1:" + listener.getLocalPort(),
                        "-map",
                        "0",
                        "-c",
                        "copy",
                        "-f",
                        "data",
                        "out");
                assertThatThrownBy(() -> walled.run(PreviewProgram.FFMPEG, LIMITS, call))
                        .as("%s", walls)
                        .isInstanceOf(DrawingFailure.class);
                assertThatThrownBy(listener::accept).isInstanceOf(SocketTimeoutException.class);
            }
        }
    }

    private Programs invented(String script) throws IOException {
        var programs = Files.createDirectories(folder.resolve("programs"));
        Files.createSymbolicLink(
                programs.resolve("prlimit"),
                INSTALLED.find(PreviewProgram.LIMITS).orElseThrow());
        var program =
                Files.writeString(programs.resolve("pdftoppm"), "#!/bin/sh\nPATH=/usr/bin:/bin\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return new Programs(programs.toString());
    }

    private DrawingFailure failure(String script, Duration time) throws Exception {
        try (var run = new ProgramRun(work, invented(script), ProgramWalls.LIMITS)) {
            run.run(PreviewProgram.PDFTOPPM, new RunLimits(time, 1024), List.of());
            run.result("out.jpg");
            throw new AssertionError("nothing failed");
        } catch (DrawingFailure failure) {
            return failure;
        } finally {
            assertThat(work).isEmptyDirectory();
        }
    }

    @Test
    void whatTakesTooLongIsEndedWithAllThatItStarted() throws Exception {
        assertThat(failure("sleep 4711 & sleep 4711", Duration.ofSeconds(1)).why())
                .isEqualTo(WhyUndrawn.LIMIT);
        assertThat(ProcessHandle.allProcesses()
                        .filter(process -> process.info()
                                .arguments()
                                .map(words -> List.of(words).contains("4711"))
                                .orElse(false)))
                .isEmpty();
    }

    @Test
    void whatWritesWithoutEndIsEnded() throws Exception {
        var many = "i=0; while :; do i=$((i+1)); head -c 30000000 /dev/zero > f$i; done";
        assertThat(failure(many, Duration.ofSeconds(20)).why()).isEqualTo(WhyUndrawn.LIMIT);
    }

    @Test
    void oneFileGrowsToItsLimitAndNoFurther() throws Exception {
        assertThat(failure("head -c 100000000 /dev/zero > out.jpg || exit 3", Duration.ofSeconds(20))
                        .why())
                .isEqualTo(WhyUndrawn.DAMAGED);
    }

    @Test
    void whatWantsTooMuchMemoryGetsNone() throws Exception {
        assertThat(failure(
                                "head -c 2000000000 /dev/zero | tail > out.jpg; test -s out.jpg || exit 3",
                                Duration.ofSeconds(20))
                        .why())
                .isEqualTo(WhyUndrawn.DAMAGED);
    }

    /// A program that was taken over might lay a link to what it could not read itself.
    @Test
    void aLinkInPlaceOfAPictureIsNotFollowed() throws Exception {
        var secret = Files.writeString(folder.resolve("secret"), "of this machine");
        assertThat(failure("ln -s " + secret + " out.jpg", Duration.ofSeconds(5))
                        .why())
                .isEqualTo(WhyUndrawn.DAMAGED);
    }

    @Test
    void nothingOfTheCentresEnvironmentGoesAlong() throws Exception {
        try (var run = new ProgramRun(work, invented("env"), ProgramWalls.LIMITS)) {
            run.run(PreviewProgram.PDFTOPPM, LIMITS, List.of());
            assertThat(run.said().lines().map(line -> line.replaceAll("=.*", "")))
                    .containsExactlyInAnyOrder("PATH", "HOME", "LC_ALL", "PWD");
        }
    }
}

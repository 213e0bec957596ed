package hmnet.formats.other.room;

import static hmnet.formats.other.Pieces.latin;
import static hmnet.formats.other.Pieces.pdf;
import static hmnet.formats.other.Pieces.stream;
import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.Unreadable;
import hmnet.formats.other.Descriptor;
import hmnet.formats.other.FileExaminer;
import hmnet.formats.other.Pieces;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files opened in a process of their own: what hangs, eats or fells it costs that file alone.
class ExaminationRoomTest {
    private static final RoomLimits LIMITS = new RoomLimits(2, Duration.ofSeconds(60), 128);
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private static String outcome(FileExaminer room, byte[] bytes) {
        try {
            return room.examine(bytes, "x").type().word();
        } catch (Unreadable bad) {
            return bad.note().code();
        }
    }

    /// A compressed object of half a megabyte: a list of 120 million numbers.
    private static byte[] glutton() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var deflater = new DeflaterOutputStream(packed)) {
            deflater.write(latin("6 0 ["));
            for (int i = 0; i < 240; i++) {
                deflater.write(latin("1 ".repeat(MEGABYTE / 2)));
            }
        }
        return pdf(
                "/Names 6 0 R",
                "",
                stream(7, "/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode", packed.toByteArray()));
    }

    @Test
    void aFileComesOutAsItWouldHere() throws Exception {
        var parcel = new LinkedHashMap<String, byte[]>();
        parcel.put(
                Descriptor.NAME,
                "{\"patient\":\"0000000123\",\"date\":\"2026-04-01\",\"title\":\"心電図\",\"labels\":[\"RESTRICTED\"]}"
                        .getBytes(StandardCharsets.UTF_8));
        parcel.put("ecg.pdf", pdf(""));
        var files = List.of(Pieces.zip(parcel), Pieces.photograph(), Pieces.picture(), Pieces.zip(Pieces.word()));
        try (var room = new ExaminationRoom(LIMITS, folder)) {
            for (var file : files) {
                var there = room.examine(file, "架空.pdf");
                var here = FileExaminer.HERE.examine(file, "架空.pdf");
                assertThat(there)
                        .usingRecursiveComparison()
                        .as(here.type().word())
                        .isEqualTo(here);
                assertThat(there.sheets()).hasSameSizeAs(here.sheets());
            }
            assertThat(outcome(room, pdf("/OpenAction << /S /JavaScript /JS (x) >>")))
                    .isEqualTo("active-content");
            assertThat(room.waiting()).as("one process looked at all").isEqualTo(1);
        }
    }

    @Test
    void aFileThatEatsMemoryCostsItselfAlone() throws Exception {
        try (var room = new ExaminationRoom(LIMITS, folder)) {
            assertThat(outcome(room, glutton())).isEqualTo("unexaminable");
            assertThat(outcome(room, pdf(""))).isEqualTo("PDF");
        }
    }

    @Test
    void aFileThatTakesForEverCostsItselfAlone() throws Exception {
        var stuck = new ExaminationRoom(
                new RoomLimits(1, Duration.ofMillis(700), 64), command(StuckInside.class.getName()));
        try (stuck) {
            assertThat(outcome(stuck, pdf(""))).isEqualTo("unexaminable");
            assertThat(outcome(stuck, pdf(""))).as("the place is free again").isEqualTo("unexaminable");
        }
    }

    @Test
    void aProcessThatWasKilledIsReplaced() throws Exception {
        try (var room = new ExaminationRoom(LIMITS, folder)) {
            assertThat(outcome(room, pdf(""))).isEqualTo("PDF");
            ProcessHandle.current()
                    .children()
                    .filter(child -> child.info().arguments().stream()
                            .flatMap(java.util.Arrays::stream)
                            .anyMatch(RoomInside.class.getName()::equals))
                    .forEach(child -> {
                        child.destroyForcibly();
                        child.onExit().join();
                    });
            assertThat(outcome(room, pdf(""))).isEqualTo("PDF");
        }
    }

    /// A centre that was killed leaves nothing behind that goes on for ever.
    @Test
    void aProcessThatHangsEndsWithWhoeverOpenedIt() throws Exception {
        var stuck = String.join("' '", command(StuckInside.class.getName()));
        var opener = new ProcessBuilder("/bin/sh", "-c", "'" + stuck + "' & read never").start();
        try {
            assertThat(opener.getInputStream().readNBytes(Integer.BYTES)).hasSize(Integer.BYTES);
            var room = opener.children().findFirst().orElseThrow();
            opener.destroyForcibly();
            for (int i = 0; i < 200 && runs(room); i++) {
                Thread.sleep(100);
            }
            assertThat(runs(room)).isFalse();
        } finally {
            opener.descendants().forEach(ProcessHandle::destroyForcibly);
            opener.destroyForcibly();
        }
    }

    /// What has ended and waits for a parent that takes its word has no command any more.
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    @Test
    void whatSaysSomethingElseIsNotBelieved() throws Exception {
        var liar = new ExaminationRoom(LIMITS, List.of("/bin/echo", "<html>hello, I am a viewer</html>"));
        try (liar) {
            assertThat(outcome(liar, pdf(""))).isEqualTo("unexaminable");
        }
    }

    @Test
    void manyAtOnceShareTheProcesses() throws Exception {
        try (var room = new ExaminationRoom(LIMITS, folder);
                var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks = new ArrayList<Callable<String>>();
            for (int i = 0; i < 40; i++) {
                var file = i % 2 == 0 ? pdf("") : latin("MZ");
                tasks.add(() -> outcome(room, file));
            }
            var said = new ArrayList<String>();
            for (var one : senders.invokeAll(tasks)) {
                said.add(one.get());
            }
            assertThat(said).containsOnly("PDF", "type-not-accepted").hasSize(40);
            assertThat(room.waiting()).isLessThanOrEqualTo(2);
        }
    }

    private List<String> command(String inside) throws IOException {
        var command = new ArrayList<>(RoomCommand.of(LIMITS, folder, inside));
        int path = command.indexOf("-cp") + 1;
        var tests = Path.of(StuckInside.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .getPath());
        command.set(path, command.get(path) + File.pathSeparator + tests);
        return command;
    }
}

package hmnet.record.examination;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import hmnet.formats.base.Note;
import hmnet.formats.base.Unreadable;
import hmnet.record.examination.ScannerSettings.ScannerSilence;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a scanner says is understood; what it does not say is never taken for "harmless".
class ClamScannerTest {
    private static final Path CLAMD = Path.of("/usr/sbin/clamd");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final byte[] HARMFUL = ("a letter " + ClamDouble.EICAR).getBytes(ISO_8859_1);
    private static final byte[] HARMLESS = "a letter".getBytes(ISO_8859_1);

    @TempDir
    Path folder;

    /// With a signature of our own, since none can be fetched in a test.
    @Test
    void clamdItselfFindsTheTestFileAndNothingElse() throws Exception {
        assumeThat(CLAMD).as("needs clamd").isExecutable();
        var socket = folder.resolve("clamd.sock");
        var signatures = Files.createDirectories(folder.resolve("signatures"));
        Files.writeString(
                signatures.resolve("own.ndb"),
                "Own.Test-File:0:*:" + HexFormat.of().formatHex(ClamDouble.EICAR.getBytes(US_ASCII)) + "\n");
        var settings = Files.writeString(
                folder.resolve("clamd.conf"),
                "Foreground yes\nUser root\nDatabaseDirectory %s\nLocalSocket %s\nLogFile %s\n"
                        .replace("User root\n", System.getProperty("user.name").equals("root") ? "User root\n" : "")
                        .formatted(signatures, socket, folder.resolve("clamd.log")));
        var clamd = new ProcessBuilder(CLAMD.toString(), "--config-file=" + settings)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("clamd.out").toFile())
                .start();
        try {
            for (int i = 0; i < 300 && clamd.isAlive() && !Files.exists(socket); i++) {
                Thread.sleep(100);
            }
            assertThat(socket).as(Files.readString(folder.resolve("clamd.out"))).exists();
            var scanner = new ClamScanner("unix:" + socket, PATIENCE);
            assertThat(scanner.find(HARMFUL)).isEqualTo("Own.Test-File.UNOFFICIAL");
            assertThat(scanner.find(HARMLESS)).isEmpty();
            assertThat(scanner.find(new byte[3 << 20])).isEmpty();
        } finally {
            clamd.destroy();
            clamd.waitFor();
        }
    }

    @Test
    void aFindingIsNamedAndNothingFoundIsNothing() throws IOException {
        var scanner = new ClamScanner(ClamDouble.address(), PATIENCE);
        assertThat(scanner.find(HARMFUL)).isEqualTo("Eicar-Test-Signature");
        assertThat(scanner.find(HARMLESS)).isEmpty();
    }

    @Test
    void whatIsNoAnswerIsNoAnswer() throws Exception {
        for (var said : List.of(
                "", "stream: O", "stream: OK, I think", "INSTREAM size limit exceeded. ERROR\0", "<html>OK</html>")) {
            try (var door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
                Thread.ofVirtual().start(() -> {
                    try (var asking = door.accept()) {
                        asking.getOutputStream().write(said.getBytes(US_ASCII));
                    } catch (IOException e) {
                        // The test is over.
                    }
                });
                var scanner = new ClamScanner("127.0.0.1:" + door.getLocalPort(), PATIENCE);
                assertThatThrownBy(() -> scanner.find(HARMLESS)).as(said).isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void oneThatNeverAnswersIsNotWaitedForForEver() throws Exception {
        try (var door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            var scanner = new ClamScanner("127.0.0.1:" + door.getLocalPort(), Duration.ofMillis(300));
            assertThatThrownBy(() -> scanner.find(HARMLESS)).hasMessageContaining("did not answer");
        }
    }

    @Test
    void oneThatKeptSilentIsSparedForAWhileAndThenAskedOnce() throws Exception {
        var asked = new AtomicInteger();
        var speaks = new AtomicBoolean();
        try (var door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> answerAll(door, asked, speaks));
            var rest = Duration.ofSeconds(2);
            var scan = new VirusScan(
                    new ScannerSettings("127.0.0.1:" + door.getLocalPort(), ScannerSilence.WAIT),
                    Duration.ofSeconds(1),
                    rest);
            assertThat(notScanned(scan)).contains("did not answer within");
            speaks.set(true);
            var began = System.nanoTime();
            for (var n = 0; n < 5; n++) {
                assertThat(notScanned(scan)).contains("is not asked now");
            }
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofMillis(500));
            assertThat(asked).hasValue(1);
            Thread.sleep(rest);
            assertThat(scan.scan(HARMLESS)).isEmpty();
            assertThat(scan.scan(HARMLESS)).isEmpty();
            assertThat(asked).hasValue(3);
        }
    }

    @Test
    void afterARestOneAloneAsksWhetherTheScannerIsBack() {
        var breaker = new ScannerBreaker(Duration.ZERO);
        breaker.keptSilent();
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).as("another, meanwhile").isFalse();
        breaker.keptSilent();
        assertThat(breaker.admits()).isTrue();
        breaker.answered();
        assertThat(breaker.admits()).isTrue();
        assertThat(breaker.admits()).isTrue();
    }

    private static String notScanned(VirusScan scan) {
        var note = catchThrowableOfType(Unreadable.class, () -> scan.scan(HARMLESS))
                .note();
        assertThat(note.code()).isEqualTo("not-scanned");
        return note.text();
    }

    private static void answerAll(ServerSocket door, AtomicInteger asked, AtomicBoolean speaks) {
        var held = new ArrayList<Socket>();
        try {
            while (!door.isClosed()) {
                var asking = door.accept();
                held.add(asking);
                asked.set(held.size());
                if (speaks.get()) {
                    asking.getInputStream().readNBytes("zINSTREAM_".length() + 4 + HARMLESS.length + 4);
                    asking.getOutputStream().write("stream: OK\0".getBytes(US_ASCII));
                    asking.close();
                }
            }
        } catch (IOException e) {
            // The test is over.
        }
    }

    @Test
    void withoutAnAnswerAFileWaitsOrIsMarkedAsTheSettingSays() throws Unreadable {
        var nowhere = "unix:" + folder.resolve("nobody.sock");
        var waiting = new VirusScan(new ScannerSettings(nowhere, ScannerSilence.WAIT));
        assertThat(catchThrowableOfType(Unreadable.class, () -> waiting.scan(HARMLESS))
                        .note()
                        .code())
                .isEqualTo("not-scanned");
        var marking = new VirusScan(new ScannerSettings(nowhere, ScannerSilence.MARK));
        assertThat(marking.scan(HARMLESS)).extracting(Note::code).containsExactly("not-scanned");
        assertThat(new VirusScan(new ScannerSettings("", ScannerSilence.WAIT)).scan(HARMFUL))
                .as("no scanner is set")
                .isEmpty();
    }

    @Test
    void anAddressThatIsNoneStopsTheStart() {
        assertThatThrownBy(() -> new VirusScan(new ScannerSettings("clamd", ScannerSilence.WAIT)))
                .hasMessageContaining("HMNET_CLAMAV");
    }
}

package hmnet.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/// The servers of `../shared/tools/testpki.sh`, called as a facility's gateway calls the centre (A002).
@EnabledIfEnvironmentVariable(named = "HMNET_SHARED", matches = ".+", disabledReason = "the shared folder is absent")
class ScriptedServersTest {
    private static final int SECONDS_MOST = 120;

    @TempDir
    static Path folder;

    @BeforeAll
    static void build() throws Exception {
        var script = Path.of(System.getenv("HMNET_SHARED"), "tools", "testpki.sh");
        var log = folder.resolve("build.log");
        var built = new ProcessBuilder("bash", script.toString(), "build", folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        assertThat(built.waitFor(SECONDS_MOST, TimeUnit.SECONDS)).isTrue();
        assertThat(built.exitValue()).as(Files.readString(log, UTF_8)).isZero();
    }

    private static Path made(String kind, String name) {
        return folder.resolve(kind).resolve(name);
    }

    /// What came of sending three files to a centre that shows this certificate.
    private static SendResult sentTo(String server) throws Exception {
        var facilities = made("stores", "facility-ca.pem");
        var shown = MutualTls.of(facilities, made("certs", server + ".crt"), made("certs", server + ".key"));
        var own = MutualTls.of(
                made("stores", "server-ca.pem"),
                made("certs", "facility-hospital.crt"),
                made("certs", "facility-hospital.key"));
        try (var desk = new Desk(shown);
                var sender = new FileSender(desk.url(), own, Limits.USUAL, Compression.ZSTD)) {
            var result = sender.send(FileSenderTest.files(3), answer -> {});
            assertThat(desk.kept.isEmpty()).as(server).isEqualTo(result instanceof SendResult.CutOff);
            return result;
        }
    }

    @Test
    void nothingIsSentToACentreOfAnotherNameOrPastItsTime() throws Exception {
        assertThat(sentTo("server")).isInstanceOf(SendResult.Complete.class);
        assertThat(sentTo("server-wrongname")).isInstanceOf(SendResult.CutOff.class);
        assertThat(sentTo("server-expired")).isInstanceOf(SendResult.CutOff.class);
    }
}

package hmnet.witness;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.witness.log.SampleReceipt;
import hmnet.witness.log.SignedReceipt;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a witness tells whoever brings a receipt.
class ReceiptVerbTest {
    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private int check(String text, String... more) throws IOException {
        var file = folder.resolve("receipt.txt");
        Files.writeString(file, text);
        var stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        var words = new String[] {"receipt", "--file", file.toString(), "--log-key", SampleReceipt.LOG.text()};
        var all = Stream.of(words, more).flatMap(Arrays::stream).toArray(String[]::new);
        return new WitnessCommand(stream, stream, Clock.systemUTC()).run(all);
    }

    private String said() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aGenuineReceiptIsReadOut() throws IOException {
        assertThat(check(
                        SampleReceipt.genuine(),
                        "--witness-key",
                        SampleReceipt.WITNESS.verifier().text()))
                .isEqualTo(WitnessCommand.DONE);
        assertThat(said())
                .startsWith("receipt: verdict=genuine index=5 size=13 witnesses=1\n")
                .contains("見本診療所 医師");
    }

    @Test
    void aForgedOneIsAnAlarmAndIsNotReadOut() throws IOException {
        assertThat(check(SampleReceipt.genuine().replace("見本診療所", "別の診療所"))).isEqualTo(WitnessCommand.ALARM);
        assertThat(said()).isEqualTo("receipt: verdict=changed\n");
    }

    @Test
    void whatIsNoReceiptIsUnreadableAndAWrongKeyASetting() throws IOException {
        assertThat(check("お知らせ")).isEqualTo(WitnessCommand.UNREADABLE);
        assertThat(check("x".repeat(SignedReceipt.CHARACTERS_MAX + 1))).isEqualTo(WitnessCommand.UNREADABLE);
        assertThat(check(SampleReceipt.genuine(), "--witness-key", "nobody")).isEqualTo(WitnessCommand.UNSAFE);
    }
}

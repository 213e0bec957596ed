package hmnet.record.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/// One line is put right, and every other byte stays.
class FileLinesTest {
    private static final Charset MS932 = Charset.forName("windows-31j");
    private static final String TEXT = "VER,1\r\n1,ﾐﾎﾝ ﾊﾅｺ,見本　花子\r\n2,髙﨑①\r\n";

    @Test
    void aLineIsPutRightInTheFilesOwnCharactersAndLineEnds() {
        for (var charset : new Charset[] {MS932, StandardCharsets.UTF_8}) {
            var lines = FileLines.of(TEXT.getBytes(charset)).orElseThrow();
            assertThat(lines.around(2)).extracting(FileScreen.FileLine::number).containsExactly(1, 2, 3);
            assertThat(lines.around(2).get(1).marked()).isTrue();
            assertThat(new String(lines.with(2, "1,ﾐﾎﾝ ﾀﾛｳ,見本　太郎").orElseThrow(), charset))
                    .isEqualTo(TEXT.replace("ﾊﾅｺ", "ﾀﾛｳ").replace("花子", "太郎"));
        }
    }

    @Test
    void whatTheFilesCharactersCannotHoldIsRefused() {
        var lines = FileLines.of(TEXT.getBytes(MS932)).orElseThrow();
        assertThat(lines.with(2, "1,😀")).isEmpty();
        assertThat(lines.with(2, "1\r\n2")).as("a line more").isEmpty();
        assertThat(lines.with(9, "x")).as("no such line").isEmpty();
    }

    @Test
    void whatIsNoTextIsNotShown() {
        assertThat(FileLines.of(new byte[] {(byte) 0xFF, (byte) 0xD8, 0, 1})).isEmpty();
        assertThat(FileLines.of("\u0000".getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void aLineWithoutEndIsShownToABound() {
        var lines = FileLines.of("x".repeat(100_000).getBytes(MS932)).orElseThrow();
        assertThat(lines.around(1).getFirst().text()).hasSizeLessThan(700);
        assertThat(lines.line(1)).hasSize(100_000);
    }
}

package hmnet.formats.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hmnet.formats.Samples;
import hmnet.formats.base.Unreadable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// A night's results in one batch: read message by message.
class LargeBatchTest {
    private static final String RESULT = """
            MSH|^~\\&|LAB||GW||20260401101112||ORU^R01^ORU_R01|NR|P|2.5
            PID|1||0000NUMBER^^^^PI||KAKU^HANAKO^^^^^L^I||19600401|F
            OBR|1|NR||3A010^ALB^JC10|||20260401
            OBX|1|NM|3A010000002327101^ALB^JC10||4.9|g/dL|||||F|||20260401
            OBX|2|NM|3B035000002327201^AST^JC10||22|U/L|||||F|||20260401
            """.replace("\n", "\r");

    private static byte[] batch(int bytesLeast) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("FHS|^~\\&|LAB\rBHS|^~\\&|LAB\r".getBytes(StandardCharsets.US_ASCII));
        int number = 0;
        while (out.size() < bytesLeast) {
            number++;
            out.writeBytes(RESULT.replace("NR", "A" + number)
                    .replace("NUMBER", "%06d".formatted(number % 5_000))
                    .getBytes(StandardCharsets.US_ASCII));
        }
        out.writeBytes(("BTS|" + number + "\rFTS|1\r").getBytes(StandardCharsets.US_ASCII));
        return out.toByteArray();
    }

    private static void same(byte[] bytes, String name) throws Unreadable {
        var small = Hl7File.read(bytes, Integer.MAX_VALUE);
        var large = Hl7File.read(bytes, 0);
        assertThat(large.kind()).as(name).isEqualTo(small.kind());
        assertThat(large.version()).as(name).isEqualTo(small.version());
        assertThat(large.bytes()).as(name).isEqualTo(small.bytes());
        assertThat(large.notes()).as(name).hasSameElementsAs(small.notes());
        assertThat(large.sheets()).as(name).usingRecursiveComparison().isEqualTo(small.sheets());
    }

    @Test
    void messageByMessageABatchTellsWhatItTellsAtOnce() throws Unreadable {
        same(batch(5_000), "made");
    }

    @Test
    void everySampleIsTheSameMessageByMessage() throws IOException, Unreadable {
        try (var files = Files.list(Samples.folder("hl7v2-misc"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".hl7")).toList()) {
                same(Files.readAllBytes(file), file.toString());
            }
        }
    }

    @Test
    void aBatchBeyondThirtyTwoMebibytesIsReadAndOneThatIsCutIsNot() throws Unreadable {
        var bytes = batch(33 << 20);
        var file = Hl7File.read(bytes);
        assertThat(file.sheets()).hasSameSizeAs(file.messages()).hasSizeGreaterThan(80_000);
        assertThat(file.notes()).isEmpty();
        assertThat(file.sheets().get(60_000).patient()).isEqualTo("0000" + "%06d".formatted(60_001 % 5_000));
        assertThat(catchThrowableOfType(
                                Unreadable.class, () -> Hl7File.read(java.util.Arrays.copyOf(bytes, bytes.length - 20)))
                        .note()
                        .code())
                .isEqualTo("truncated");
    }
}

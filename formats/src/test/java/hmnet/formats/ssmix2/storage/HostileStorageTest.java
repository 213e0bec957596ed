package hmnet.formats.ssmix2.storage;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.Cost;
import hmnet.formats.model.extract.Extract;
import hmnet.formats.ssmix2.Invented;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Broken and hostile files: a reason each, in bounded time, and no other exception.
class HostileStorageTest {
    private static final byte[] GOOD = Invented.labResult(Invented.ast("31", "F"));

    private static String outcome(StorageKind kind, byte[] bytes) {
        try {
            for (var part : Invented.read(kind, bytes).parts(Invented.IDS)) {
                Extract.read(part.kind(), part.extract());
                assertThat(new String(part.bundle(), StandardCharsets.UTF_8)).doesNotContain("\uFFFD");
            }
            return "read";
        } catch (BadStorage bad) {
            return bad.code();
        }
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static byte[] without(String segment) {
        return latin(GOOD).replaceAll(segment + "\\|[^\r]*\r", "").getBytes(StandardCharsets.ISO_8859_1);
    }

    private static byte[] withLine(String line) {
        return latin(GOOD).replaceFirst("PV1\\|", line + "\rPV1|").getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void eachBrokenFileHasItsReason() {
        assertThat(outcome(StorageKind.OML_11, GOOD)).isEqualTo("read");
        assertThat(outcome(StorageKind.OML_11, new byte[0])).isEqualTo("empty");
        assertThat(outcome(StorageKind.OML_11, new byte[] {(byte) 0xFB, (byte) 0xFC}))
                .isEqualTo("not-hl7");
        assertThat(outcome(StorageKind.OML_11, Arrays.copyOf(GOOD, latin(GOOD).indexOf("|31|") + 2)))
                .isEqualTo("truncated");
        assertThat(outcome(StorageKind.OMP_01, GOOD)).isEqualTo("message-type");
        assertThat(outcome(StorageKind.OMD, GOOD)).isEqualTo("message-type");
        assertThat(outcome(
                        StorageKind.OML_11,
                        latin(GOOD).repeat(2).replace("\u001C", "").getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo("two-messages");
        assertThat(outcome(StorageKind.OML_11, withLine("PID|1||0009999999^^^^PI")))
                .isEqualTo("patient-differs");
        assertThat(outcome(StorageKind.OML_11, without("PID"))).isEqualTo("pid-missing");
        assertThat(outcome(StorageKind.OML_11, without("OBX"))).isEqualTo("segment-missing");
        var flipped = GOOD.clone();
        flipped[40] |= (byte) 0x80;
        assertThat(outcome(StorageKind.OML_11, flipped)).isEqualTo("charset");
        var decoded = new String(GOOD, Charset.forName("ISO-2022-JP"));
        assertThat(outcome(StorageKind.OML_11, decoded.getBytes(Charset.forName("windows-31j"))))
                .as("what can only be Windows-31J is read as such, and named")
                .isEqualTo("read");
    }

    /// A042.
    @Test
    void floodsCostMilliseconds() {
        assertThat(Cost.of(() -> {
                    assertThat(outcome(StorageKind.OML_11, withLine("NTE|" + "~".repeat(200_000))))
                            .isEqualTo("too-many-repetitions");
                    assertThat(outcome(StorageKind.OML_11, withLine("NTE|1\r".repeat(100_000))))
                            .isEqualTo("too-many-segments");
                    assertThat(outcome(StorageKind.OML_11, new byte[33 << 20])).isEqualTo("too-large");
                    assertThat(outcome(StorageKind.OML_11, withLine("OBX|1|ST|1||" + "x".repeat(4 << 20))))
                            .isEqualTo("read");
                }))
                .isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void manyRepeatedItemsCostNoMoreThanTheirNumber() {
        var item = "OBX|1|NM|3B035000002327201^AST^JC10||31|U/L|13-30|H|||F\r";
        var many = withLine(item.repeat(8_000));
        var quarter = withLine(item.repeat(2_000));
        assertThat(outcome(StorageKind.OML_11, many)).isEqualTo("read");
        assertThat(Cost.ratio(() -> outcome(StorageKind.OML_11, many), () -> outcome(StorageKind.OML_11, quarter)))
                .as("four times as many: 16 if each looked at all others")
                .isLessThan(8);
    }

    @Test
    void cutAndFlippedFilesGiveNothingButARefusal() throws IOException {
        var random = new Random(20260401);
        for (var sample : samples()) {
            assertThat(Cost.of(() -> cutAndFlipped(sample, random)))
                    .as("300 times three files: none of them hangs")
                    .isLessThan(Duration.ofSeconds(20));
        }
    }

    private static void cutAndFlipped(Sample sample, Random random) {
        for (int n = 0; n < 300; n++) {
            var cut = Arrays.copyOf(sample.bytes, random.nextInt(sample.bytes.length));
            assertThat(outcome(sample.kind, cut)).matches("[a-z0-9-]+");
            assertThat(outcome(sample.kind, flipped(sample.bytes, random, 1))).matches("[a-z0-9-]+");
            assertThat(outcome(sample.kind, flipped(sample.bytes, random, 20))).matches("[a-z0-9-]+");
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // bytes to break, compared nowhere
    private record Sample(StorageKind kind, byte[] bytes) {}

    /// Our own messages, and the shared samples where they are present.
    private static List<Sample> samples() throws IOException {
        var samples = new ArrayList<Sample>();
        Invented.messages().forEach((kind, bytes) -> samples.add(new Sample(kind, bytes)));
        if (SampleTreesTest.present()) {
            for (var tree : SampleTreesTest.trees()) {
                for (var entry : new StorageTree(tree)) {
                    if (entry instanceof StorageTree.Found found) {
                        var bytes = Files.readAllBytes(tree.resolve(entry.path()));
                        samples.add(new Sample(found.storagePath().name().kind(), bytes));
                    }
                }
            }
        }
        return samples;
    }

    private static byte[] flipped(byte[] bytes, Random random, int bits) {
        var flipped = bytes.clone();
        for (int n = 0; n < bits; n++) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }
}

package hmnet.formats.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hmnet.formats.base.Unreadable;
import hmnet.formats.fhir.Rows;
import hmnet.formats.model.chart.Sheet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// The HL7 files of the shared folder, where they are present; and the same files damaged.
class Hl7SamplesTest {
    static List<Path> samples() throws IOException {
        var shared = System.getenv("HMNET_SHARED");
        var root = Path.of(shared == null ? "../../shared" : shared).resolve("samples");
        assumeTrue(Files.isDirectory(root), "the shared folder is absent");
        try (var files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".hl7"))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void everySampleIsReadAndWrittenAgainTheSame() throws IOException, Unreadable {
        var kinds = new TreeMap<String, Integer>();
        for (var sample : samples()) {
            var file = Hl7File.read(Files.readAllBytes(sample));
            kinds.merge(file.kind(), file.sheets().size(), Integer::sum);
            var again = Hl7File.read(file.bytes());
            assertThat(again.sheets()).as("%s", sample.getFileName()).isEqualTo(file.sheets());
            assertThat(segments(again)).isEqualTo(segments(file));
        }
        assertThat(kinds)
                .containsEntry("RDE^O11", 1)
                .containsEntry("ADT^A01", 2)
                .containsEntry("RSP^K23", 0);
    }

    /// Empty fields at the end of a segment say nothing.
    private static List<String> segments(Hl7File file) {
        return file.messages().stream()
                .flatMap(message -> message.segments().stream())
                .map(segment -> segment.toString().replaceAll("\\|+$", ""))
                .toList();
    }

    @Test
    void thePrescriptionOfJahisIsOnePrescriptionOfFourDrugs() throws IOException, Unreadable {
        for (var sample : samples()) {
            if (sample.endsWith("jahis_rde_o11_naifuku_v3.hl7")) {
                var sheet = Hl7File.read(Files.readAllBytes(sample)).sheets().getFirst();
                var row = Rows.of(sheet, (type, key) -> type + key.hashCode()).getFirst();
                assertThat(row.resources()).isEqualTo(4);
                assertThat(sheet.source()).isEqualTo("ORDERED/12345678");
            }
        }
    }

    @Test
    void damagedMessagesGiveNothingButARefusal() throws IOException {
        var random = new Random(20260402);
        for (var sample : samples()) {
            var bytes = Files.readAllBytes(sample);
            for (int n = 0; n < 40; n++) {
                outcome(Arrays.copyOf(bytes, random.nextInt(bytes.length)));
                outcome(flipped(bytes, random, 1));
                outcome(flipped(bytes, random, 20));
                outcome(doubled(bytes, random));
            }
        }
    }

    private static void outcome(byte[] bytes) {
        try {
            for (Sheet sheet : Hl7File.read(bytes).sheets()) {
                Rows.of(sheet, (type, key) -> type + key.hashCode());
            }
        } catch (Unreadable bad) {
            assertThat(bad.note().code()).matches("[a-z0-9-]+");
        }
    }

    private static byte[] flipped(byte[] bytes, Random random, int bits) {
        var flipped = bytes.clone();
        for (int n = 0; n < bits; n++) {
            flipped[random.nextInt(flipped.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return flipped;
    }

    /// A stretch of it again at another place: lines twice, segments out of order, columns shifted.
    private static byte[] doubled(byte[] bytes, Random random) {
        int from = random.nextInt(bytes.length);
        int to = from + random.nextInt(bytes.length - from);
        int at = random.nextInt(bytes.length);
        var doubled = new byte[bytes.length + to - from];
        System.arraycopy(bytes, 0, doubled, 0, at);
        System.arraycopy(bytes, from, doubled, at, to - from);
        System.arraycopy(bytes, at, doubled, at + to - from, bytes.length - at);
        return doubled;
    }
}

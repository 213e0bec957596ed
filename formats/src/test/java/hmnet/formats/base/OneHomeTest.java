package hmnet.formats.base;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What every reader needs is made in one place only, so that its limits hold everywhere.
class OneHomeTest {
    private static final Map<String, String> HOMES = Map.of(
            "XMLInputFactory.new", "base/xml/XmlStream.java",
            "MessageDigest.getInstance", "base/Sha256.java",
            "Normalizer.Form.NFKC", "base/Width.java");

    @Test
    void readersOfXmlHashesAndFoldingHaveOneHome() throws IOException {
        var sources = Path.of("src/main/java/hmnet/formats");
        try (var files = Files.walk(sources)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                var text = Files.readString(file);
                var foreign = HOMES.entrySet().stream()
                        .filter(home -> text.contains(home.getKey()))
                        .filter(home -> !file.equals(sources.resolve(home.getValue())))
                        .toList();
                assertThat(foreign).as(file.toString()).isEmpty();
            }
        }
    }

    @Test
    void aHashIsTheSameWholeOrCutAndOfBytesOrText() {
        var abc = "abc".getBytes(StandardCharsets.UTF_8);
        assertThat(Sha256.hex(abc)).startsWith("ba7816bf8f01cfea").hasSize(64);
        assertThat(Sha256.hex(abc, 8)).isEqualTo("ba7816bf8f01cfea");
        assertThat(Sha256.of("abc"))
                .isEqualTo(Sha256.of(abc))
                .isEqualTo(Sha256.digest().digest(abc));
    }

    @Test
    void widthIsFoldedBothWays() {
        assertThat(List.of("ＡＢ１", "ｶﾞｷﾞ", "㈱")).extracting(Width::folded).containsExactly("AB1", "ガギ", "(株)");
    }
}

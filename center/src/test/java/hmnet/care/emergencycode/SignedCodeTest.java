package hmnet.care.emergencycode;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.emergencycode.CodeWords.CodeSection;
import hmnet.ground.keys.Keys;
import hmnet.ground.keys.SigningKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How a code is written, and what is left out where there is too much.
class SignedCodeTest {
    private static final SigningKey SIGNER = new SigningKey(new Keys(new byte[32]), "emergency code 1");
    /// One for all: its bytes pack to another length than those of another number.
    private static final UUID NUMBER = UUID.fromString("0b9f7a52-6c1e-4d38-9a47-2f5c8e6d1b03");

    private static final Instant AT = Instant.parse("2026-11-26T00:00:00Z");

    private static String text(CodeWords words) {
        return new SignedCode("hmnet.example", PublishedKeys.bytes(NUMBER), AT, AT.plusSeconds(60), words).text(SIGNER);
    }

    private static boolean fits(CodeWords words) {
        return text(words).length() <= SignedCode.LETTERS_MAX - SignedCode.SLACK;
    }

    private static JsonNode list() {
        return JsonMapper.shared()
                .valueToTree(Map.of(
                        "keys",
                        List.of(Map.of("id", HexFormat.of().formatHex(SIGNER.id()), "key", SIGNER.published()))));
    }

    @Test
    void bytesAreWrittenInTheLettersOfTheStandard() {
        assertThat(Base45.encode("AB".getBytes(StandardCharsets.US_ASCII)))
                .as("RFC 9285 §4.3")
                .isEqualTo("BB8");
        assertThat(Base45.encode("Hello!!".getBytes(StandardCharsets.US_ASCII))).isEqualTo("%69 VD92EX0");
        assertThat(Base45.encode("base-45".getBytes(StandardCharsets.US_ASCII))).isEqualTo("UJCLQE7W581");
    }

    @Test
    void aStrangerReadsACodeWithTheJdksOwnSignatures() {
        var read = ReadCode.of(text(CodeSamples.words()), list());
        assertThat(read.genuine()).isTrue();
        assertThat(read.issuer()).isEqualTo("hmnet.example");
        assertThat(read.madeAt()).isEqualTo(AT.getEpochSecond());
        assertThat(read.until() - read.madeAt()).isEqualTo(60);
        assertThat(read.said()).contains("架空 花子", "1948-04-12", "週1回 水曜");
        assertThat(read.words().get(0).get(4).get(1).asInt())
                .as("so many more medicines")
                .isEqualTo(7);
    }

    @Test
    void whatIsUsualFitsWhole() {
        assertThat(FittingWords.of(CodeSamples.words(), SignedCodeTest::fits)).isEqualTo(CodeSamples.words());
    }

    @Test
    void whatDoesNotFitIsLeftOutFromTheEndAndCounted() {
        var all = CodeSamples.many(40);
        var left = FittingWords.of(all, SignedCodeTest::fits);
        assertThat(fits(left)).isTrue();
        assertThat(left.sections()).hasSameSizeAs(all.sections());
        for (var place = 0; place < all.sections().size(); place++) {
            var section = left.sections().get(place);
            var whole = all.sections().get(place);
            assertThat(section.lines())
                    .isEqualTo(whole.lines().subList(0, section.lines().size()));
            assertThat(section.more())
                    .isEqualTo(whole.lines().size() - section.lines().size());
        }
        assertThat(left.sections().getFirst().lines().size())
                .as("what is needed first keeps most")
                .isGreaterThanOrEqualTo(left.sections().getLast().lines().size());
        assertThat(left.more()).isPositive();
    }

    /// Nobody dies of a place of care that is missing.
    @Test
    void allergiesAndWhatThinsTheBloodStayLongest() {
        var left = FittingWords.of(CodeSamples.many(16), SignedCodeTest::fits);
        var kept = left.sections().stream()
                .collect(Collectors.toMap(
                        CodeSection::part, section -> section.lines().size()));
        assertThat(kept).containsEntry(CodePart.ALLERGIES, 16).containsEntry(CodePart.BLEEDING, 16);
        assertThat(kept.get(CodePart.DOCTOR)).isLessThan(16);
    }

    @Test
    void theFullestCodeIsOfVersion25AtMost() {
        var random = new Random(45);
        for (var lines : List.of(3, 12, 60)) {
            var text = text(FittingWords.of(CodeSamples.many(lines + random.nextInt(3)), SignedCodeTest::fits));
            assertThat(text.length()).isLessThanOrEqualTo(SignedCode.LETTERS_MAX);
            assertThat(new CodePicture(text).size()).isLessThanOrEqualTo(4 * 25 + 17);
        }
        assertThat(new CodePicture("A".repeat(SignedCode.LETTERS_MAX)).size()).isEqualTo(4 * 25 + 17);
    }
}

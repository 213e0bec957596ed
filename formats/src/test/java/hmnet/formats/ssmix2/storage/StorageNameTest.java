package hmnet.formats.ssmix2.storage;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.formats.base.hl7.Message.Repair;
import hmnet.formats.ssmix2.storage.StorageName.Flag;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Names and paths of storage files, and the tricks they refuse.
class StorageNameTest {
    private static final String LAB = "0001234567_20260401_OML-11_000000000000123_20260401102030456_01_1";

    private static String refusal(String path) {
        try {
            StoragePath.parse(path);
            return "taken";
        } catch (BadStorage bad) {
            return bad.code();
        }
    }

    @Test
    void aNameIsReadAndWrittenAlike() throws BadStorage {
        var name = StorageName.parse(LAB);
        assertThat(name.fileName()).isEqualTo(LAB);
        assertThat(name.path()).isEqualTo("000/123/0001234567/20260401/OML-11/" + LAB);
        assertThat(name.occurredAt()).isEqualTo(OffsetDateTime.parse("2026-04-01T10:20:30.456+09:00"));
        assertThat(name.flag()).isEqualTo(Flag.LIVE);
        assertThat(StoragePath.parse(name.path()).repairs()).isEmpty();
        assertThat(StoragePath.parse("3411234567/" + name.path()).repairs()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "1234567_-_ADT-00_999999999999999_20260401102030000_-_1, -/ADT-00/999999999999999",
        "1234567_-_PPR-01_123_20260401102030000_01_2, -/PPR-01/999999999999999",
        "1234567_20260401_ADT-12_999999999999999_20260401102030000_07_1, 20260401/ADT-12/999999999999999/07",
        "1234567_20260401_OMP-01_2026040100300_20260401102030000_07_1, 20260401/OMP-01/002026040100300",
        "1234567_20260401_OMP-01_2026040100300_202604011020300_07_1, 20260401/OMP-01/002026040100300",
        "1234567_20260401_OMP-01_2026040100300_20260401102030_-_1, 20260401/OMP-01/002026040100300"
    })
    void theSourceKeyIsTheSameInEveryVersion(String file, String key) throws BadStorage {
        assertThat(StorageName.parse(file).sourceKey()).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/etc/passwd",
                "../" + LAB,
                "000/../123/" + LAB,
                "000//123/" + LAB,
                "000\\123\\" + LAB,
                "C:/" + LAB,
                "000/123/\u0000" + LAB,
                "000/123/\n" + LAB,
                "日本/" + LAB,
                "1234567_20260401_OMP-01_1_20260401102030000_07",
                "12.34_20260401_OMP-01_1_20260401102030000_07_1",
                "1234567_20260231_OMP-01_1_20260401102030000_07_1",
                "1234567_20260401_OMP-01_1_20269901102030000_07_1",
                "1234567_20260401_OMP-01_1_20260401102030000_07_3",
                "1234567_20260401_OMP-01_1_20260401102030000_07_1.tmp"
            })
    void aPathThatIsNoneIsRefused(String path) {
        assertThat(refusal(path)).isEqualTo("path");
    }

    @Test
    void longPathsUnknownKindsAndForeignFoldersHaveTheirOwnReason() {
        assertThat(refusal("a/".repeat(300) + LAB)).isEqualTo("path");
        assertThat(refusal(LAB.replace("OML-11", "OMZ-99"))).isEqualTo("unknown-kind");
        assertThat(refusal("000/765/0007654321/20260401/OML-11/" + LAB)).isEqualTo("patient-differs");
    }

    @Test
    void anotherFolderThanTheNamesIsARepair() throws BadStorage {
        assertThat(StoragePath.parse("000/123/0001234567/20260402/OML-11/" + LAB)
                        .repairs())
                .extracting(Repair::code)
                .containsExactly("folder-differs");
    }
}

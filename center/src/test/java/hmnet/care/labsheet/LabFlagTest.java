package hmnet.care.labsheet;

import static hmnet.care.viewer.Filed.POTASSIUM;
import static hmnet.care.viewer.Filed.item;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LabFlagTest {
    @ParameterizedTest
    @CsvSource({
        "5.4, 3.6, 4.8, '', HIGH",
        "3.1, 3.6, 4.8, '', LOW",
        "4.8, 3.6, 4.8, '', NONE",
        "５．４, 3.6, 4.8, '', HIGH",
        "<0.5, '', 0.5, '', NONE",
        "<3.6, 3.6, 4.8, '', LOW",
        ">4.8, 3.6, 4.8, '', HIGH",
        "≧4.8, '', 4.0, '', HIGH",
        "(-), 3.6, 4.8, '', NONE",
        "'', 3.6, 4.8, '', NONE",
        "9.9, '', '', '', NONE"
    })
    void whereTheSenderSaidNothingItsOwnRangeDecides(
            String value, String low, String high, String flag, LabFlag expected) {
        assertThat(LabFlag.of(item(POTASSIUM, value, "", low, high, flag, "F"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"H, HIGH", "L, LOW", "HH, CRITICAL_HIGH", "LL, CRITICAL_LOW", "A, ABNORMAL", "N, NONE"})
    void whatTheSenderSaidOutweighsTheRange(String flag, LabFlag expected) {
        assertThat(LabFlag.of(item(POTASSIUM, "9", "", "3.6", "4.8", flag, "F")))
                .isEqualTo(expected);
    }
}

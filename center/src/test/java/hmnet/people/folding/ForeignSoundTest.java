package hmnet.people.folding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What passports and katakana have in common (外国名の音).
class ForeignSoundTest {
    @ParameterizedTest
    @CsvSource({
        "NGUYEN, グエン",
        "Nguyễn, グェン",
        "TRAN, チャン",
        "HOÀNG, ホアン",
        "Đặng, ダン",
        "PHUONG, ﾌｫﾝ",
        "THI, テイ",
        "DUC, ドゥック",
        "VAN, バン",
        "QUYNH, クイン",
        "GARCIA, ガルシア",
        "BAUTISTA, バウテイスタ",
        "OLIVEIRA, オリヴェイラ",
        "MARTINS, マルチンス",
        "RODRIGUES, ロドリゲス",
        "SHRESTHA, シュレスタ",
        "XIAOMING, シャオミン",
        "ZHANG, ジャン",
        "QIANG, チァン",
        "PARK, パク",
        "EUNJU, ウンジュ",
        "ANGEL, エンジェル",
        "ANNA, アンナ"
    })
    void aNameSoundsAlikeInThePassportAndInKatakana(String latin, String kana) {
        assertThat(ForeignSound.of(latin)).isEqualTo(ForeignSound.of(kana)).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({"NAM, フン", "NGUYEN, チャン", "SILVA, ソウザ", "MINSU, ソンホ"})
    void anotherNameSoundsOtherwise(String latin, String kana) {
        assertThat(ForeignSound.of(latin)).isNotEqualTo(ForeignSound.of(kana));
    }

    @Test
    void charactersAreSpeltAsAtHome() {
        assertThat(spelt("朴", "民秀")).contains("PARK MINSOO");
        assertThat(spelt("李", "暁明")).contains("LI XIAOMING");
        assertThat(spelt("見本", "民秀")).isEmpty();
    }

    private static List<String> spelt(String surname, String given) {
        var spelt = new ArrayList<String>();
        HanReadings.each(surname, given, (family, own) -> spelt.add(family + " " + own));
        return spelt;
    }
}

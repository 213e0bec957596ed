package hmnet.people.folding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Spellings that mean the same compare the same (表記ゆれ).
class FoldingTest {
    @ParameterizedTest
    @CsvSource({
        "ｼﾞｭﾝﾅ, ジュンナ",
        "ヂュンナ, ジュンナ",
        "コウジ, コージ",
        "コオジ, コウジ",
        "さとう, サトオ",
        "ヴォー, ブォー",
        "キミヱ, キミエ",
        "フアン, ファン",
        "カナヅ, カナズ"
    })
    void readingsThatSoundAlike(String a, String b) {
        assertThat(Kana.folded(a)).isEqualTo(Kana.folded(b));
    }

    @ParameterizedTest
    @CsvSource({"オノ, オオノ", "ユキ, ユウキ", "ハナコ, ハルコ"})
    void readingsThatDiffer(String a, String b) {
        assertThat(Kana.folded(a)).isNotEqualTo(Kana.folded(b));
    }

    @ParameterizedTest
    @CsvSource({
        "髙橋, 高橋",
        "山﨑, 山崎",
        "濵田, 浜田",
        "渡邊, 渡辺",
        "渡邉, 渡辺",
        "齋藤, 斉藤",
        "齊藤, 斎藤",
        "澤田, 沢田",
        "𠮷田, 吉田",
        "辻󠄀, 辻",
        "佐々木, 佐佐木",
        "廣瀨, 広瀬",
        "嶋, 島",
        "德永, 徳永",
        "ＡＢ, AB"
    })
    void charactersThatAreOne(String a, String b) {
        assertThat(Characters.folded(a)).isEqualTo(Characters.folded(b));
    }

    @ParameterizedTest
    @CsvSource({
        "広島県見本市北区見本町3丁目14番15号, 見本市北区見本町三丁目１４－１５", "見本市字例田一〇〇五番地の三, 見本市例田1005-3",
        "仮名市四季が丘十二丁目三番, 仮名市四季ヶ丘12-3", "仮名市双葉5-6 見本ハイツ101, 仮名市双葉5番6号　見本ハイツ-101号"
    })
    void addressesThatAreOne(String a, String b) {
        assertThat(Address.read(a)).isEqualTo(Address.read(b));
    }

    @ParameterizedTest
    @CsvSource({
        "19880107, 19880107", "昭和63年1月7日, 19880107", "S63.1.7, 19880107", "平成元年1月8日, 19890108", "H010108, 19890108",
        "2024/2/29, 20240229", "20230229, 0", "'', 0", "不明, 0", "99999999, 0"
    })
    void datesInEveryWriting(String text, int day) {
        assertThat(BirthDate.read(text)).isEqualTo(day);
    }

    @ParameterizedTest
    @CsvSource({"082-123-4567, 0821234567", "+81 82-123-4567, 082-123-4567", "０８２（１２３）４５６７, 0821234567"})
    void telephonesInEveryWriting(String a, String b) {
        assertThat(Digits.phone(a)).isEqualTo(Digits.phone(b));
    }

    @ParameterizedTest
    @CsvSource({"'', ミホン ベビー, true", "見本　〓, ミホン シンセイジ, true", "見本　望, ミホン ベビ, false", "'', ミホン ジ, false"})
    void aNewbornIsKnownByTheReadingWhereTheNameCannotBeRead(String name, String reading, boolean baby) {
        assertThat(PersonName.read(name, reading).baby()).isEqualTo(baby);
    }

    @ParameterizedTest
    @CsvSource({"ビ クアン マイ, ビ マイ, true", "レ フウ ロン, レ ロン, true", "リ ラン, リ, false", "レ フウ ロン, レ フオン, false"})
    void middleNamesMayBeLeftOut(String whole, String part, boolean contains) {
        assertThat(NameWords.of(whole).contains(NameWords.of(part))).isEqualTo(contains);
    }

    @ParameterizedTest
    @CsvSource({"見本ベビー, true", "見本　花子ベビー, true", "見本　児, true", "見本　Ｂ, true", "見本　児太郎, false", "見本　望, false"})
    void babiesWithoutAName(String name, boolean baby) {
        assertThat(PersonName.read(name, "").baby()).isEqualTo(baby);
    }
}

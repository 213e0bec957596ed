package hmnet.ground.design;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How readings are written in Latin letters; the table of the passport office.
class HepburnTest {
    @ParameterizedTest
    @CsvSource({
        "ミホン　ハナコ, Mihon Hanako",
        "みほん はなこ, Mihon Hanako",
        "ﾐﾎﾝ ﾀﾛｳ, Mihon Taro",
        "オオノ, Ono",
        "オオタニ　ユウコ, Otani Yuko",
        "コウタロウ, Kotaro",
        "セノオ, Senoo",
        "タカトオ, Takatoo",
        "イノウエ, Inoue",
        "イイヌマ, Iinuma",
        "カアイ, Kaai",
        "ケイコ, Keiko",
        "ニイガタ, Niigata",
        "ナンバ, Namba",
        "ホンマ, Homma",
        "サンペイ, Sampei",
        "ゲンナイ, Gennai",
        "ジュンイチ, Junichi",
        "ハットリ, Hattori",
        "キッカワ, Kikkawa",
        "ホッチ, Hotchi",
        "ミッチャン, Mitchan",
        "キョウコ, Kyoko",
        "ジュンコ, Junko",
        "シャチョウ, Shacho",
        "リュウノスケ, Ryunosuke",
        "チヅル, Chizuru",
        "ツジ, Tsuji",
        "フジフ, Fujifu",
        "ヰド, Ido",
        "アンナ・マリー, Anna Mari",
        "ジェームズ　ヴィンセント, Jemuzu Vinsento",
        "ファティマ, Fatima",
        "ニコール　SMITH, Nikoru SMITH"
    })
    void aReadingIsWrittenAsThePassportOfficeDoes(String reading, String romaji) {
        assertThat(Hepburn.of(reading)).contains(romaji);
    }

    @ParameterizedTest
    @CsvSource({"見本　花子", "ミホン　花子", "''", "ミホン123", "？"})
    void whatNoTableReadsIsNotGuessed(String reading) {
        assertThat(Hepburn.of(reading)).isEmpty();
    }

    @Test
    void englishShowsLettersBesideTheKanaAndJapaneseTheKanaAlone() {
        assertThat(Messages.in(Language.JAPANESE).kana("ミホン　ハナコ")).isEqualTo("ミホン　ハナコ");
        assertThat(Messages.in(Language.ENGLISH).kana("ミホン　ハナコ")).isEqualTo("ミホン　ハナコ (Mihon Hanako)");
        assertThat(Messages.in(Language.ENGLISH).kana("見本")).isEqualTo("見本");
    }
}

package hmnet.consent.cards;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BirthDatesTest {
    @ParameterizedTest
    @ValueSource(strings = {"S99.9.9", "昭和65年1月1日", "H32.1.1", "T16.1.1", "M46.1.1", "S1.1.1", "S0.1.1", "S23.2.30"})
    void aDayThatTheEraNeverHadIsNone(String text) {
        assertThat(BirthDates.parse(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "S64.1.7, 1989-01-07",
        "昭和元年12月25日, 1926-12-25",
        "H31.4.30, 2019-04-30",
        "令和元年5月1日, 2019-05-01",
        "T15.12.24, 1926-12-24",
        "M45.7.29, 1912-07-29",
        "M4.1.2, 1871-01-02",
        "Ｓ２３．４．１２, 1948-04-12"
    })
    void theFirstAndLastDaysOfErasAreKnown(String text, LocalDate day) {
        assertThat(BirthDates.parse(text)).contains(day);
    }

    @Test
    void nobodyWhoComesIsBornTomorrowOrTooLongAgo() {
        var today = LocalDate.of(2026, 11, 21);
        assertThat(BirthDates.parse("2026-11-22", today)).isEmpty();
        assertThat(BirthDates.parse("M4.1.2", today)).isEmpty();
        assertThat(BirthDates.parse("2026-11-21", today)).contains(today);
    }

    @Test
    void aReadingIsKanaInAnyWidth() {
        assertThat(KanaReading.parse("ｶｸｳ ﾊﾅｺ")).contains("カクウ　ハナコ");
        assertThat(KanaReading.parse("かくう　はなこ")).contains("カクウ　ハナコ");
        assertThat(KanaReading.parse("ファン・デル・ベルフ　ヤン")).isPresent();
        assertThat(KanaReading.parse("架空　花子")).isEmpty();
        assertThat(KanaReading.parse("Kakuu")).isEmpty();
        assertThat(KanaReading.parse(" ")).isEmpty();
    }
}

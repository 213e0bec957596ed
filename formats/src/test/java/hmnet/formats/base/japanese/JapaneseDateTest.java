package hmnet.formats.base.japanese;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JapaneseDateTest {
    private static final LocalDate APRIL_FIRST = LocalDate.of(2020, 4, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "20200401",
                "5020401",
                "R020401",
                "R2.4.1",
                "R.2.4.1",
                "r02/04/01",
                "R 2 4 1",
                "令和2年4月1日",
                "令和２年４月１日",
                "Ｒ０２０４０１",
                "2020/4/1",
                "2020-04-01",
                "2020年 4月 1日"
            })
    void aDayIsKnownInEachWayPeopleWriteIt(String written) {
        assertThat(JapaneseDate.day(written)).isEqualTo(APRIL_FIRST);
    }

    @Test
    void aYearOfOursIsNeverTakenForAnEra() {
        // Without their strokes 2020411 and 20201 would be days of 大正2年.
        assertThat(JapaneseDate.day("2020/4/11")).isEqualTo(LocalDate.of(2020, 4, 11));
        assertThat(JapaneseDate.month("2020/1")).isEqualTo(YearMonth.of(2020, 1));
        assertThat(JapaneseDate.day("令和元年5月1日")).isEqualTo(LocalDate.of(2019, 5, 1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1/4/2020", "20/4/1", "2020/13/1", "R2020/4/1", "X020401", "00000000", "2020/4"})
    void whatCouldBeAnotherDayIsNone(String written) {
        assertThat(JapaneseDate.day(written)).isNull();
    }
}

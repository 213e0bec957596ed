package hmnet.ground.design;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JapaneseDatesTest {
    @ParameterizedTest
    @CsvSource({
        "1912-07-29, 明治45年7月29日",
        "1912-07-30, 大正元年7月30日",
        "1926-12-24, 大正15年12月24日",
        "1926-12-25, 昭和元年12月25日",
        "1948-04-12, 昭和23年4月12日",
        "1989-01-07, 昭和64年1月7日",
        "1989-01-08, 平成元年1月8日",
        "2019-04-30, 平成31年4月30日",
        "2019-05-01, 令和元年5月1日",
        "2026-11-21, 令和8年11月21日",
        "1873-01-01, 明治6年1月1日",
        "1872-12-31, 1872年12月31日"
    })
    void aDayBelongsToTheEraThatRanOnIt(LocalDate day, String written) {
        assertThat(JapaneseDates.of(day)).isEqualTo(written);
    }

    @Test
    void aBirthDateIsShownInBothCalendars() {
        assertThat(JapaneseDates.withYear(LocalDate.of(1948, 4, 12))).isEqualTo("昭和23年4月12日 (1948年)");
    }

    @ParameterizedTest
    @CsvSource({
        "1948-04-12, 2026-04-11, 77",
        "1948-04-12, 2026-04-12, 78",
        "2004-02-29, 2025-02-28, 20",
        "2004-02-29, 2025-03-01, 21",
        "2026-11-21, 2026-11-21, 0",
        "2026-11-22, 2026-11-21, 0"
    })
    void oneGrowsOlderOnTheBirthday(LocalDate birth, LocalDate on, int age) {
        assertThat(JapaneseDates.age(birth, on)).isEqualTo(age);
    }

    @Test
    void aMomentIsToldAsTheClockInJapanShowsIt() {
        var evening = OffsetDateTime.parse("2026-11-20T16:30:00Z");
        assertThat(Messages.in(Language.JAPANESE).moment(evening)).isEqualTo("2026年11月21日 01:30");
        assertThat(Messages.in(Language.ENGLISH).moment(evening)).isEqualTo("21 Nov 2026 01:30");
    }

    @Test
    void aDateSentWithoutATimeSaysNoMidnight() {
        var midnight = OffsetDateTime.parse("2026-11-20T15:00:00Z");
        assertThat(Messages.in(Language.JAPANESE).moment(midnight)).isEqualTo("2026年11月21日");
    }
}

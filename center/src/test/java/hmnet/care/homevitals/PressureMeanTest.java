package hmnet.care.homevitals;

import static hmnet.care.homevitals.DayPart.EVENING;
import static hmnet.care.homevitals.DayPart.MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PressureMeanTest {
    private static final LocalDate FROM = LocalDate.of(2026, 11, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 11, 14);

    private static HomePressure measured(String at, int systolic, int diastolic) {
        return new HomePressure(LocalDateTime.parse(at), systolic, diastolic);
    }

    @Test
    void aDayMeasuredOftenWeighsNoMoreThanOneMeasuredOnce() {
        var means = PressureMean.of(
                List.of(
                        measured("2026-11-02T06:00", 160, 100),
                        measured("2026-11-02T06:01", 150, 96),
                        measured("2026-11-02T06:02", 140, 92),
                        measured("2026-11-03T06:00", 121, 75)),
                FROM,
                UNTIL);
        assertThat(means)
                .as("150/96 and 121/75, not the mean of four")
                .containsExactly(
                        new PressureMean(MORNING, 2, 4, 136L, 86L), new PressureMean(EVENING, 0, 0, null, null));
    }

    @Test
    void whatWasMeasuredAfterMidnightIsOfTheEveningBefore() {
        var means = PressureMean.of(
                List.of(measured("2026-11-15T01:30", 130, 80), measured("2026-11-01T00:30", 190, 110)), FROM, UNTIL);
        assertThat(means.getLast())
                .as("the night to the 15th is of the 14th, the night to the 1st of the month before")
                .isEqualTo(new PressureMean(EVENING, 1, 1, 130L, 80L));
    }

    @Test
    void theFirstAndTheLastDayCountAndNoOther() {
        var means = PressureMean.of(
                List.of(
                        measured("2026-10-31T07:00", 200, 120),
                        measured("2026-11-01T07:00", 120, 70),
                        measured("2026-11-14T07:00", 130, 80),
                        measured("2026-11-15T07:00", 200, 120)),
                FROM,
                UNTIL);
        assertThat(means.getFirst()).isEqualTo(new PressureMean(MORNING, 2, 2, 125L, 75L));
    }

    @ParameterizedTest
    @CsvSource({
        "03:59,",
        "04:00,MORNING",
        "10:59,MORNING",
        "11:00,",
        "16:59,",
        "17:00,EVENING",
        "23:59,EVENING",
        "00:00,EVENING",
        "01:59,EVENING",
        "02:00,"
    })
    void theHourTellsThePartOfTheDay(String hour, DayPart part) {
        assertThat(DayPart.of(LocalDateTime.parse("2026-11-02T" + hour))).isEqualTo(Optional.ofNullable(part));
    }
}

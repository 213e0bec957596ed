package hmnet.care.medicines;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.medicines.MedicinesScreen.Course;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class GanttTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    private static Gantt of(String from, String to) {
        var supply = new Course.Supply(LocalDate.parse(from), LocalDate.parse(to), true);
        return Gantt.of(List.of(new Course("ワーファリン錠1mg", "見本病院", true, "", List.of(supply))), TODAY, 6);
    }

    @Test
    void sixMonthsEndWithTodays() {
        var gantt = of("2026-10-01", "2026-10-31");
        assertThat(gantt.months())
                .startsWith(YearMonth.of(2026, 6))
                .endsWith(YearMonth.of(2026, 11))
                .hasSize(6);
        assertThat(gantt.today()).isEqualTo("550");
    }

    @Test
    void aSupplyForAWholeMonthFillsIt() {
        assertThat(of("2026-10-01", "2026-10-31").rows().getFirst().bars())
                .containsExactly(new Gantt.SupplyBar(400, 100, true));
    }

    @Test
    void aSupplyIsCutWhereTheDrawingEnds() {
        assertThat(of("2026-05-20", "2027-01-10").rows().getFirst().bars())
                .containsExactly(new Gantt.SupplyBar(0, 600, true));
    }

    @Test
    void aDrugRunOutBeforeTheseMonthsHasNoRow() {
        assertThat(of("2026-04-01", "2026-05-31").rows()).isEmpty();
    }
}

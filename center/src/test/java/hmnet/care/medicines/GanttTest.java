package hmnet.care.medicines;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import hmnet.care.medicines.MedicinesScreen.Course;
import hmnet.care.medicines.MedicinesScreen.Course.CourseAct;
import hmnet.care.viewer.Filed;
import hmnet.formats.model.code.CodingSystems;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class GanttTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 16);

    private static Gantt of(String from, String to) {
        return Gantt.of(List.of(course("ワーファリン錠1mg", "3332001F1024", supply(from, to, "1 錠"))), TODAY, 6);
    }

    private static Course course(String drug, String code, Course.Supply... supplies) {
        var identity = new DrugIdentity(
                Filed.HOSPITAL, CodingSystems.YJ, code, drug, code.isEmpty() ? "" : code.substring(0, 7));
        return new Course(identity, CourseAct.PRESCRIBED, "見本病院", true, "", List.of(supplies));
    }

    private static Course.Supply supply(String from, String to, String dose) {
        return new Course.Supply(LocalDate.parse(from), LocalDate.parse(to), true, dose, false);
    }

    @Test
    void repeatsWithoutAGapAreOneBarAndAChangeOrAGapBeginsANewOne() {
        var gantt = Gantt.of(
                List.of(course(
                        "見本錠",
                        "",
                        supply("2026-07-01", "2026-07-28", "1 錠"),
                        supply("2026-07-29", "2026-08-25", "1 錠"),
                        supply("2026-08-20", "2026-09-16", "1 錠"),
                        supply("2026-09-17", "2026-10-14", "2 錠"),
                        supply("2026-10-20", "2026-11-16", "2 錠"))),
                TODAY,
                6);
        assertThat(gantt.rows().getFirst().bars())
                .extracting(Gantt.SupplyBar::from, Gantt.SupplyBar::to, Gantt.SupplyBar::times)
                .containsExactly(
                        tuple(LocalDate.of(2026, 7, 1), LocalDate.of(2026, 9, 16), 3),
                        tuple(LocalDate.of(2026, 9, 17), LocalDate.of(2026, 10, 14), 1),
                        tuple(LocalDate.of(2026, 10, 20), LocalDate.of(2026, 11, 16), 1));
    }

    @Test
    void drugsOfOneIngredientStandTogetherUnderTheirClass() {
        var day = supply("2026-11-01", "2026-11-28", "1 錠");
        var gantt = Gantt.of(
                List.of(
                        course("見本錠", "", day),
                        course("アムロジピン錠5mg", "2171022F2029", day),
                        course("ワルファリン錠1mg", "3332001F1024", day),
                        course("アムロジピン錠2.5mg", "2171022F1022", day)),
                TODAY,
                6);
        assertThat(gantt.classes())
                .extracting(
                        Gantt.GanttClass::name,
                        one -> one.drugs().stream()
                                .map(drug -> drug.rows().size())
                                .toList())
                .containsExactly(tuple("血管拡張剤", List.of(2)), tuple("血液凝固阻止剤", List.of(1)), tuple("", List.of(1)));
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
                .extracting(Gantt.SupplyBar::x, Gantt.SupplyBar::width)
                .containsExactly(tuple(400.0, 100.0));
    }

    @Test
    void aSupplyIsCutWhereTheDrawingEnds() {
        assertThat(of("2026-05-20", "2027-01-10").rows().getFirst().bars())
                .extracting(Gantt.SupplyBar::x, Gantt.SupplyBar::width)
                .containsExactly(tuple(0.0, 600.0));
    }

    @Test
    void aDrugRunOutBeforeTheseMonthsHasNoRow() {
        assertThat(of("2026-04-01", "2026-05-31").rows()).isEmpty();
    }
}

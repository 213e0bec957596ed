package hmnet.care.viewer;

import hmnet.ground.design.Messages;
import java.time.LocalDate;
import java.time.Period;
import java.time.temporal.ChronoUnit;

/// How old somebody is, as exact as it matters (年齢の表記): a newborn by days, a baby by months, a small child by years
/// and months.
final class PersonAge {
    private static final int YEARS_ALONE = 3;
    private static final int DAYS_ALONE = 31;

    private PersonAge() {}

    static String words(LocalDate birth, LocalDate on, Messages m) {
        var age = Period.between(birth, on);
        if (age.isNegative()) {
            return m.t("viewer.age.unborn");
        }
        if (age.getYears() >= YEARS_ALONE) {
            return m.t("viewer.age", age.getYears());
        }
        if (age.getYears() >= 1) {
            return m.t("viewer.age.years-months", age.getYears(), age.getMonths());
        }
        var days = ChronoUnit.DAYS.between(birth, on);
        return days < DAYS_ALONE || age.getMonths() == 0
                ? m.t("viewer.age.days", days)
                : m.t("viewer.age.months", age.getMonths());
    }
}

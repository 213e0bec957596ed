package hmnet.care.medicines;

import hmnet.care.medicines.CurrentDrug.DoseChange;
import hmnet.formats.model.extract.PrescriptionExtract.DrugItem;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Whether a dose went up or down since the last prescription (増量・減量). More and less are said only where one
/// instruction stands on each side and both amounts are of one basis and unit.
final class DoseChanges {
    private static final String NUMBER = "[0-9]{1,9}([.][0-9]{1,6})?";

    private DoseChanges() {}

    static DoseChange of(List<DrugItem> before, List<DrugItem> now) {
        if (said(before).equals(said(now))) {
            return DoseChange.SAME;
        }
        if (before.size() != 1 || now.size() != 1) {
            return DoseChange.OTHER;
        }
        var compared = compared(before.getFirst(), now.getFirst());
        return compared == null || compared == 0 ? DoseChange.OTHER : compared > 0 ? DoseChange.UP : DoseChange.DOWN;
    }

    /// By the day where both say it and leave out the same days, else by one time where it is as often taken.
    private static @Nullable Integer compared(DrugItem before, DrugItem now) {
        if (!DrugRhythm.words(before).equals(DrugRhythm.words(now))) {
            return null;
        }
        if (numbers(before.daily(), now.daily()) && before.dailyUnit().equals(now.dailyUnit())) {
            return new BigDecimal(now.daily()).compareTo(new BigDecimal(before.daily()));
        }
        return numbers(before.dose(), now.dose())
                        && before.doseUnit().equals(now.doseUnit())
                        && before.usage().equals(now.usage())
                ? Integer.valueOf(new BigDecimal(now.dose()).compareTo(new BigDecimal(before.dose())))
                : null;
    }

    private static boolean numbers(String one, String other) {
        return one.matches(NUMBER) && other.matches(NUMBER);
    }

    private static Set<List<String>> said(List<DrugItem> items) {
        return items.stream().map(DoseChanges::said).collect(Collectors.toSet());
    }

    /// Days and notes may differ; what is taken may not.
    private static List<String> said(DrugItem item) {
        return List.of(
                plain(item.dose()),
                item.doseUnit(),
                plain(item.daily()),
                item.dailyUnit(),
                item.usage(),
                String.join("、", DrugRhythm.words(item)));
    }

    private static String plain(String amount) {
        return amount.matches(NUMBER)
                ? new BigDecimal(amount).stripTrailingZeros().toPlainString()
                : amount;
    }
}

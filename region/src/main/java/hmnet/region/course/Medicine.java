package hmnet.region.course;

import hmnet.formats.base.Table;
import hmnet.formats.hl7v2.message.CodedText;
import hmnet.formats.hl7v2.message.Rp.Drug;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A medicine taken by mouth (内服薬) with its usual dose, from `drugs.csv`.
///
/// @param mostDays for how many days it is handed out at once, whatever the illness beside it takes
/// @param forChildren what children are given in its place; `-` for nothing
record Medicine(
        String key,
        CodedText code,
        CodedText unit,
        int dose,
        int timesADay,
        CodedText usage,
        int mostDays,
        String forChildren) {
    private static final int GROWN_UP = 15;

    private static final Map<String, Medicine> ALL = Table.read(Medicine.class, "drugs.csv").stream()
            .map(Medicine::of)
            .collect(Collectors.toMap(Medicine::key, Function.identity()));

    static Medicine of(String key) {
        return TableReferences.in(ALL, key);
    }

    private static Medicine of(List<String> row) {
        return new Medicine(
                row.get(0),
                new CodedText(row.get(1), row.get(2), "HOT9"),
                new CodedText(row.get(3), row.get(4), "MR9P"),
                Integer.parseInt(row.get(5)),
                Integer.parseInt(row.get(6)),
                new CodedText(row.get(7), row.get(8), "JAMISDP01"),
                Integer.parseInt(row.get(9)),
                row.get(10));
    }

    /// What somebody of that age is given: a child has forms and strengths of its own, or does without.
    Stream<Medicine> at(int age) {
        return age >= GROWN_UP
                ? Stream.of(this)
                : forChildren.equals("-") ? Stream.empty() : Stream.of(of(forChildren));
    }

    int daysWithin(int days) {
        return Math.min(days, mostDays);
    }

    Drug forDays(int days) {
        var daily = dose * timesADay;
        return new Drug(code, String.valueOf(dose), unit, String.valueOf(daily), String.valueOf(daily * days));
    }

    Drug once() {
        return new Drug(code, String.valueOf(dose), unit, "", "");
    }
}

package hmnet.formats.careplan;

import hmnet.formats.base.csv.RecordLine;
import java.util.Optional;
import java.util.regex.Pattern;

/// Whom a row is about (利用者): the insured's number under their insurer's.
record PlanPerson(String insurer, String insured) {
    static final String INSURED = "被保険者番号";
    private static final Pattern INSURER = Pattern.compile("\\d{6}");
    private static final Pattern NUMBER = Pattern.compile("[0-9H]\\d{9}");

    static Optional<PlanPerson> of(PlanLayout layout, RecordLine line) {
        int column = layout.index(INSURED);
        if (column > 0) {
            return line.has(column)
                    ? Optional.of(new PlanPerson(line.at(layout.index("保険者番号")), line.at(column)))
                    : Optional.empty();
        }
        for (int i = 1; i + 1 < line.size(); i++) {
            if (INSURER.matcher(line.at(i)).matches()
                    && NUMBER.matcher(line.at(i + 1)).matches()) {
                return Optional.of(new PlanPerson(line.at(i), line.at(i + 1)));
            }
        }
        return Optional.empty();
    }

    String number() {
        return insurer.isEmpty() ? insured : insurer + "-" + insured;
    }
}

package hmnet.formats.jahis.rx;

import hmnet.formats.base.csv.RecordLine;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.DoseAmounts.UnevenDose;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.StandardUsage;
import hmnet.formats.model.pharmacy.Supply;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Each time of the day with its own amount (不均等, record 221): the amounts, and where one is missing its code.
record RxUneven(RxMedicine medicine) {
    private static final int FIRST = 3;
    private static final int TIMES = 5;

    List<UnevenDose> doses() {
        var line = medicine.first("221");
        var doses = new ArrayList<UnevenDose>();
        for (int i = 0; i < TIMES; i++) {
            if (line.has(FIRST + i)) {
                doses.add(new UnevenDose((i + 1) + "回目", Amount.of(line.at(FIRST + i), unit())));
            } else {
                coded(line, i).ifPresent(doses::add);
            }
        }
        return List.copyOf(doses);
    }

    /// Codes that say something else than the amount of their time, or nothing that we know.
    List<String> contradicting() {
        var line = medicine.first("221");
        var codes = new ArrayList<String>();
        for (int i = 0; i < TIMES; i++) {
            var code = line.at(FIRST + TIMES + i);
            if (!code.isEmpty() && !same(coded(line, i), line.at(FIRST + i))) {
                codes.add(code);
            }
        }
        return List.copyOf(codes);
    }

    private static boolean same(Optional<UnevenDose> coded, String amount) {
        if (coded.isEmpty() || amount.isEmpty()) {
            return coded.isPresent();
        }
        var value = coded.get().amount().value();
        return Supply.isClean(value)
                && Supply.isClean(amount)
                && new BigDecimal(value).compareTo(new BigDecimal(amount)) == 0;
    }

    /// What the code of a time says, when it is of that time.
    private Optional<UnevenDose> coded(RecordLine line, int time) {
        var code = line.at(FIRST + TIMES + time);
        if (code.isEmpty()) {
            return Optional.empty();
        }
        var concept = Concept.of(CodingSystems.USAGE_SUPPLEMENT, code, "");
        return StandardUsage.uneven(List.of(concept), Amount.of("", unit())).stream()
                .filter(dose -> dose.when().equals((time + 1) + "回目"))
                .findFirst();
    }

    private String unit() {
        return medicine.drug().at(9);
    }
}

package hmnet.formats.model.pharmacy;

import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.Dosage.DosePeriod;
import hmnet.formats.model.chart.DoseAmounts;
import hmnet.formats.model.chart.PrescribedDrug;
import java.math.BigDecimal;

/// What the amount of a drug counts, by the form of its group (剤形・調剤数量): of an internal drug one day,
/// of one taken when needed one time, of all others what is handed over, each times the quantity of the
/// group.
///
/// @param days the quantity counts days
public record Supply(SupplyForm form, int quantity, boolean days) {
    /// How a group of drugs is given (剤形区分).
    public enum SupplyForm {
        /// 内服・浸煎・湯.
        INTERNAL,
        /// 頓服.
        AS_NEEDED,
        /// 外用・内滴・注射・材料・その他: the amount is what is handed over.
        WHOLE,
        /// A number whose meaning nobody has told us: nothing is reckoned with it.
        UNKNOWN
    }

    private static final int LONGEST = 12;

    /// @param drug with everything but dose, daily, days, asNeeded and total
    /// @param amount as sent
    /// @param once of one time, where the sender says that too
    public PrescribedDrug of(PrescribedDrug drug, Amount amount, Amount once) {
        boolean daily = form == SupplyForm.INTERNAL || form == SupplyForm.WHOLE && days;
        var dosage = drug.dosage();
        var amounts = DoseAmounts.of(form == SupplyForm.AS_NEEDED ? amount : once, daily ? amount : Amount.NONE);
        var period = dosage.period();
        return drug.withDosage(dosage.with(amounts)
                        .with(new DosePeriod(
                                period.start(),
                                period.end(),
                                daily ? quantity : 0,
                                form == SupplyForm.AS_NEEDED ? quantity : 0))
                        .with(
                                form == SupplyForm.AS_NEEDED && !dosage.rhythm().asNeeded()
                                        ? dosage.rhythm()
                                                .whenNeeded(dosage.rhythm().condition())
                                        : dosage.rhythm()))
                .withTotal(total(amount));
    }

    /// One times anything is the same whatever it counts.
    private Amount total(Amount amount) {
        if (!isClean(amount.value()) || quantity < 1 || form == SupplyForm.UNKNOWN && quantity != 1) {
            return Amount.NONE;
        }
        var product = new BigDecimal(amount.value()).multiply(BigDecimal.valueOf(quantity));
        return new Amount(product.stripTrailingZeros().toPlainString(), amount.unit(), "", "");
    }

    /// Digits with at most one point, as a quantity of FHIR may be.
    public static boolean isClean(String value) {
        int points = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            points += c == '.' ? 1 : 0;
            if (c != '.' && (c < '0' || c > '9')) {
                return false;
            }
        }
        return !value.isEmpty()
                && value.length() <= LONGEST
                && points <= 1
                && value.charAt(0) != '.'
                && !value.endsWith(".");
    }

    /// A count of days or times; 0 for none or for what is no count.
    public static int count(String text) {
        var plain = text.strip();
        boolean digits = !plain.isEmpty() && plain.length() <= 4;
        for (int i = 0; digits && i < plain.length(); i++) {
            digits = plain.charAt(i) >= '0' && plain.charAt(i) <= '9';
        }
        return digits ? Integer.parseInt(plain) : 0;
    }
}

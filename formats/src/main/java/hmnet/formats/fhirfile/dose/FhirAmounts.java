package hmnet.formats.fhirfile.dose;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.fhir.Codes;
import hmnet.formats.fhirfile.value.Quantities;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.chart.DoseAmounts;
import java.util.List;

/// How much (用量): `doseQuantity` is of one time, a ratio to one day of one day, any other rate of an infusion.
final class FhirAmounts {
    private static final String SUBSTANCE = "2";

    private final DosingWords words;
    private Amount once = Amount.NONE;
    private Amount most = Amount.NONE;
    private Amount daily = Amount.NONE;
    private Amount rate = Amount.NONE;

    FhirAmounts(DosingWords words) {
        this.words = words;
    }

    /// Amounts of the preparation where they are given beside those of its substance, which stay words.
    DoseAmounts of(JsonValue dosage) {
        var all = dosage.all("doseAndRate").isEmpty() ? List.of(dosage) : dosage.all("doseAndRate");
        boolean substance = all.stream().allMatch(FhirAmounts::isSubstance);
        for (var each : all) {
            if (isSubstance(each) == substance) {
                take(each);
            } else {
                tell(each);
            }
        }
        return DoseAmounts.of(once, daily).withMost(most).withRate(rate).inSubstance(substance);
    }

    /// 原薬量, by either address of the code system.
    private static boolean isSubstance(JsonValue each) {
        return each.all("type.coding").stream()
                .anyMatch(type -> type.text("code").equals(SUBSTANCE)
                        && (type.text("system").endsWith("100495.20.2.22")
                                || type.text("system").contains("StrengthType")));
    }

    private void take(JsonValue each) {
        var quantity = each.at("doseQuantity").exists() ? each.at("doseQuantity") : each.at("dose");
        once = first("1回", once, Quantities.amount(quantity));
        range(each.at("doseRange"));
        var ratio = each.at("rateRatio");
        if (isDay(ratio.at("denominator"))) {
            daily = first("1日", daily, Quantities.amount(ratio.at("numerator")));
        } else {
            rate = first("速度", rate, Quantities.ratio(ratio));
        }
        rate = first("速度", rate, Quantities.amount(each.at("rateQuantity")));
        rate = first("速度", rate, Quantities.range(each.at("rateRange")));
    }

    private void range(JsonValue range) {
        var low = Quantities.amount(range.at("low"));
        var high = Quantities.amount(range.at("high"));
        if (high.isNone() && !low.isNone()) {
            words.add("1回 " + low.shown() + " 以上");
        }
        once = first("1回", once, low);
        most = first("1回最大", most, high);
    }

    /// The first that is said; another that says otherwise stays words.
    private Amount first(String what, Amount known, Amount said) {
        if (known.isNone() || said.isNone()) {
            return known.isNone() ? said : known;
        }
        if (!known.equals(said)) {
            words.notUnderstood("doseAndRate", what + " " + said.shown());
        }
        return known;
    }

    private void tell(JsonValue each) {
        var type = Codes.concept(each.at("type")).shown();
        for (var path : List.of("doseQuantity", "doseRange", "rateRatio", "rateQuantity", "rateRange")) {
            var said = each.at(path);
            var amount = path.endsWith("Range")
                    ? Quantities.range(said)
                    : path.endsWith("Ratio") ? Quantities.ratio(said) : Quantities.amount(said);
            if (!amount.isNone()) {
                words.add((type + " " + (path.startsWith("dose") ? "1回 " : "") + amount.shown()).strip());
            }
        }
    }

    static boolean isDay(JsonValue per) {
        return per.text("value").matches("1(\\.0*)?")
                && (per.text("code").equals("d") || List.of("日", "d", "day").contains(per.text("unit")));
    }
}

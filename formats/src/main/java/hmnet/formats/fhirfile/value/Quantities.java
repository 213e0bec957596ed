package hmnet.formats.fhirfile.value;

import hmnet.formats.base.json.JsonValue;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.pharmacy.Supply;
import java.util.Map;

/// Amounts as FHIR writes them (量): Quantity, Range, Ratio, Duration, as sent.
public final class Quantities {
    private static final int WEEK = 7;

    /// UCUM's units of time, as people read them.
    private static final Map<String, String> TIMES =
            Map.of("s", "秒", "min", "分", "h", "時間", "d", "日", "wk", "週", "mo", "か月", "a", "年");

    private Quantities() {}

    public static Amount amount(JsonValue quantity) {
        return quantity.exists()
                ? new Amount(
                        quantity.text("comparator") + quantity.text("value"),
                        quantity.text("unit").isEmpty() ? quantity.text("code") : quantity.text("unit"),
                        quantity.text("code"),
                        quantity.text("system"))
                : Amount.NONE;
    }

    /// `5～10`, open where one end is not said.
    public static Amount range(JsonValue range) {
        var low = amount(range.at("low"));
        var high = amount(range.at("high"));
        var unit = high.isNone() ? low : high;
        return low.isNone() && high.isNone()
                ? Amount.NONE
                : new Amount(low.value() + "～" + high.value(), unit.unit(), unit.unitCode(), unit.system());
    }

    /// So much in so much, `102` `mL/時間`; `1:128` where neither has a unit.
    public static Amount ratio(JsonValue ratio) {
        var of = amount(ratio.at("numerator"));
        var per = time(ratio.at("denominator"));
        if (of.isNone() || per.isNone()) {
            return of;
        }
        if (of.unitShown().isBlank() && per.unitShown().isBlank()) {
            return Amount.of(of.value() + ":" + per.value(), "");
        }
        var each = per.value().equals("1") ? "" : per.value();
        return Amount.of(of.value(), of.unitShown() + "/" + each + per.unitShown());
    }

    /// A duration with its unit as people read it.
    public static Amount time(JsonValue duration) {
        var amount = amount(duration);
        var known = TIMES.getOrDefault(amount.unitCode(), TIMES.getOrDefault(amount.unit(), ""));
        boolean japanese = amount.unit().chars().anyMatch(c -> c > 0xFF);
        return known.isEmpty() || japanese
                ? amount
                : new Amount(amount.value(), known, amount.unitCode(), amount.system());
    }

    public static String unitOfTime(String ucum) {
        return TIMES.getOrDefault(ucum, ucum);
    }

    /// Whole days; 0 for what is no count of days.
    public static int days(JsonValue duration) {
        var code = duration.text("code").isEmpty() ? duration.text("unit") : duration.text("code");
        return switch (code) {
            case "d", "日", "日分", "day", "days", "" -> Supply.count(duration.text("value"));
            case "wk", "週" -> WEEK * Supply.count(duration.text("value"));
            // From outside: a unit that is no number of days.
            default -> 0;
        };
    }
}

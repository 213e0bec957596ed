package hmnet.record.ownrecords;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;

/// What a resident measures at home (本人の測定項目): a LOINC code, a UCUM unit, and between which bounds a number can be
/// one at all. The bounds turn away slips of the finger; they judge nobody.
public enum OwnMeasure {
    SYSTOLIC("8480-6", "収縮期血圧", "mm[Hg]", "mmHg", "30", "300", 0),
    DIASTOLIC("8462-4", "拡張期血圧", "mm[Hg]", "mmHg", "10", "250", 0),
    PULSE("8867-4", "脈拍数", "/min", "回/分", "10", "300", 0),
    WEIGHT("29463-7", "体重", "kg", "kg", "0.3", "400", 2),
    TEMPERATURE("8310-5", "体温", "Cel", "℃", "25", "45", 1),
    GLUCOSE("2339-0", "血糖", "mg/dL", "mg/dL", "10", "1500", 0),
    OXYGEN("59408-5", "SpO2", "%", "%", "20", "100", 0),
    STEPS("41950-7", "歩数", "{steps}", "歩", "0", "200000", 0);

    private final String loinc;
    private final String display;
    private final String ucum;
    private final String unit;
    private final BigDecimal low;
    private final BigDecimal high;
    private final int decimals;

    OwnMeasure(String loinc, String display, String ucum, String unit, String low, String high, int decimals) {
        this.loinc = loinc;
        this.display = display;
        this.ucum = ucum;
        this.unit = unit;
        this.low = new BigDecimal(low);
        this.high = new BigDecimal(high);
        this.decimals = decimals;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String loinc() {
        return loinc;
    }

    String display() {
        return display;
    }

    String ucum() {
        return ucum;
    }

    /// As it is shown beside a number.
    public String unit() {
        return unit;
    }

    public BigDecimal low() {
        return low;
    }

    public BigDecimal high() {
        return high;
    }

    public int decimals() {
        return decimals;
    }

    /// Whether a number can be one of these.
    boolean holds(BigDecimal number) {
        return number.compareTo(low) >= 0 && number.compareTo(high) <= 0 && number.scale() <= decimals;
    }

    /// The one with this code of LOINC.
    public static Optional<OwnMeasure> coded(String loinc) {
        for (var measure : values()) {
            if (measure.loinc.equals(loinc)) {
                return Optional.of(measure);
            }
        }
        return Optional.empty();
    }
}

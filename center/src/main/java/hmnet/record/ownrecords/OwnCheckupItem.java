package hmnet.record.ownrecords;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What a resident copies from the sheet of a check-up (本人が写す健診項目): codes of 特定健診 (JLAC10, 厚生労働省 健診データ項目一覧, fourth
/// period), of several methods the one that names none, for a sheet on paper names none. The bounds turn away slips of
/// the finger; they judge nobody.
public enum OwnCheckupItem {
    HEIGHT("9N001000000000001", "身長", "cm", "cm", "30", "250", 1),
    WEIGHT("9N006000000000001", "体重", "kg", "kg", "2", "400", 1),
    WAIST("9N016160100000001", "腹囲(実測)", "cm", "cm", "20", "250", 1),
    SYSTOLIC("9A755000000000001", "収縮期血圧(その他)", "mm[Hg]", "mmHg", "30", "300", 0),
    DIASTOLIC("9A765000000000001", "拡張期血圧(その他)", "mm[Hg]", "mmHg", "10", "250", 0),
    TRIGLYCERIDE("3F015000002399901", "空腹時中性脂肪", "mg/dL", "mg/dL", "5", "20000", 0),
    TRIGLYCERIDE_CASUAL("3F015129902399901", "随時中性脂肪", "mg/dL", "mg/dL", "5", "20000", 0),
    HDL("3F070000002399901", "HDLコレステロール", "mg/dL", "mg/dL", "2", "500", 0),
    LDL("3F077000002399901", "LDLコレステロール", "mg/dL", "mg/dL", "2", "2000", 0),
    NON_HDL("3F069000002391901", "Non-HDLコレステロール", "mg/dL", "mg/dL", "2", "2000", 0),
    GLUCOSE("3D010000001999901", "空腹時血糖", "mg/dL", "mg/dL", "10", "2000", 0),
    GLUCOSE_CASUAL("3D010129901999901", "随時血糖", "mg/dL", "mg/dL", "10", "2000", 0),
    HBA1C("3D046000001999902", "HbA1c(NGSP値)", "%", "%", "2", "25", 1),
    AST("3B035000002399901", "AST(GOT)", "U/L", "U/L", "1", "20000", 0),
    ALT("3B045000002399901", "ALT(GPT)", "U/L", "U/L", "1", "20000", 0),
    GGT("3B090000002399901", "γ-GT(γ-GTP)", "U/L", "U/L", "1", "20000", 0),
    CREATININE("3C015000002399901", "血清クレアチニン", "mg/dL", "mg/dL", "0.1", "40", 2),
    EGFR("8A065000002391901", "eGFR", "mL/min/{1.73_m2}", "mL/min/1.73m²", "1", "250", 1),
    URIC_ACID("3C020000002399901", "血清尿酸", "mg/dL", "mg/dL", "0.1", "40", 1),
    HEMOGLOBIN("2A030000001930101", "血色素量(ヘモグロビン値)", "g/dL", "g/dL", "1", "30", 1),
    /// As a sheet prints it: its method is on no sheet, so it has no code of JLAC10.
    URINE_PROTEIN(null, "尿蛋白", "", "", "0", "0", 0),
    URINE_SUGAR(null, "尿糖", "", "", "0", "0", 0),
    /// The words of the sheet.
    JUDGEMENT("9N511000000000049", "医師の診断(判定)", "", "", "0", "0", 0),
    PLACE(null, "受けたところ", "", "", "0", "0", 0),
    NOTE(null, "メモ", "", "", "0", "0", 0);

    private final @Nullable String jlac10;
    private final String display;
    private final String ucum;
    private final String unit;
    private final BigDecimal low;
    private final BigDecimal high;
    private final int decimals;

    OwnCheckupItem(
            @Nullable String jlac10, String display, String ucum, String unit, String low, String high, int decimals) {
        this.jlac10 = jlac10;
        this.display = display;
        this.ucum = ucum;
        this.unit = unit;
        this.low = new BigDecimal(low);
        this.high = new BigDecimal(high);
        this.decimals = decimals;
    }

    /// The name of its field.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Nullable
    String jlac10() {
        return jlac10;
    }

    public String display() {
        return display;
    }

    String ucum() {
        return ucum;
    }

    /// As it is shown beside a number; empty for words.
    public String unit() {
        return unit;
    }

    public int decimals() {
        return decimals;
    }

    /// Whether it is a number with a unit.
    public boolean isNumber() {
        return !unit.isEmpty();
    }

    /// Whether it is a grade of a test strip.
    public boolean isGrade() {
        return this == URINE_PROTEIN || this == URINE_SUGAR;
    }

    boolean holds(BigDecimal number) {
        return number.compareTo(low) >= 0 && number.compareTo(high) <= 0;
    }
}

package hmnet.formats.model.pharmacy;

import hmnet.formats.model.chart.Concept;
import hmnet.formats.model.chart.PrescribedDrug;
import hmnet.formats.model.code.CodingSystems;
import hmnet.formats.model.pharmacy.Supply.SupplyForm;
import java.util.Arrays;

/// How a group of drugs is given (剤形区分), by the numbers of the prescription's QR code and of the handbook.
/// What an amount counts tells the first two; the others stand in the way it is given (`DoseWay.method`).
public enum DosageForm {
    INTERNAL("1", "1", "内服", SupplyForm.INTERNAL),
    AS_NEEDED("2", "3", "頓服", SupplyForm.AS_NEEDED),
    EXTERNAL("3", "5", "外用", SupplyForm.WHOLE),
    DROPS("4", "2", "内服滴剤", SupplyForm.WHOLE),
    INJECTION("5", "4", "注射", SupplyForm.WHOLE),
    MATERIAL("6", "9", "材料", SupplyForm.WHOLE),
    DECOCTION("1", "6", "浸煎", SupplyForm.INTERNAL),
    HOT_DRINK("1", "7", "湯", SupplyForm.INTERNAL),
    OTHER("9", "10", "その他", SupplyForm.WHOLE);

    /// The handbook's own numbers, for forms that the other list does not have.
    private static final String HANDBOOK = CodingSystems.uri("JAHIS-TC-FORM");

    private final String rx;
    private final String tc;
    private final String words;
    private final SupplyForm supply;

    DosageForm(String rx, String tc, String words, SupplyForm supply) {
        this.rx = rx;
        this.tc = tc;
        this.words = words;
        this.supply = supply;
    }

    /// As 院外処方箋QR numbers it.
    public String rx() {
        return rx;
    }

    /// As 電子版お薬手帳 numbers it.
    public String tc() {
        return tc;
    }

    public String words() {
        return words;
    }

    public SupplyForm supply() {
        return supply;
    }

    /// A number nobody knows is 不明, of which nothing is known but what is handed over.
    public static DosageForm ofRx(String number) {
        return Arrays.stream(values())
                .filter(form -> form.rx.equals(number))
                .findFirst()
                .orElse(OTHER);
    }

    public static DosageForm ofTc(String number) {
        return Arrays.stream(values())
                .filter(form -> form.tc.equals(number))
                .findFirst()
                .orElse(OTHER);
    }

    /// How it is given, where what an amount counts does not tell; `Concept.NONE` for 内服, 頓服 and 不明.
    ///
    /// @param named what the sender calls it (剤形名称), else empty
    public Concept concept(String named) {
        return switch (this) {
            case INTERNAL, AS_NEEDED -> Concept.NONE;
            case OTHER -> Concept.of(named);
            case DECOCTION, HOT_DRINK -> Concept.of(HANDBOOK, tc, words);
            case EXTERNAL, DROPS, INJECTION, MATERIAL -> Concept.of(CodingSystems.DOSE_FORM, rx, words);
        };
    }

    /// As its way says, else as the amounts and a standard usage tell.
    public static DosageForm of(PrescribedDrug drug, boolean injection) {
        var method = drug.dosage().way().method();
        for (var form : values()) {
            boolean named = !method.isNone()
                    && (method.text().equals(form.words)
                            || form.supply == SupplyForm.WHOLE
                                    && method.code(CodingSystems.DOSE_FORM).equals(form.rx));
            if (named) {
                return form;
            }
        }
        if (drug.asNeeded()) {
            return AS_NEEDED;
        } else if (injection) {
            return INJECTION;
        } else if (drug.usageCode().startsWith("2")) {
            return EXTERNAL;
        }
        return drug.daily().isNone() || drug.count() == 0 ? OTHER : INTERNAL;
    }
}

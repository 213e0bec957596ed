package hmnet.formats.model.code;

import hmnet.formats.base.Table;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// A field in which things should have a standard code (標準コードの分野); which codes are standard stands in
/// `standard-systems.csv`.
public enum Vocabulary {
    /// 検査: JLAC10, JLAC11.
    TEST("jlac10"),
    /// 医薬品: YJ, HOT, レセプト電算.
    DRUG("yj"),
    /// 病名: ICD-10, MEDIS, レセプト電算.
    DISEASE("icd10");

    private final String code;
    private final Set<String> standard;
    private final Set<String> asides;

    Vocabulary(String code) {
        this.code = code;
        this.standard = systems(code, "standard");
        this.asides = systems(code, "aside");
    }

    private static Set<String> systems(String code, String what) {
        return Table.read(Vocabulary.class, "standard-systems.csv").stream()
                .filter(row -> row.get(0).equals(code) && row.get(1).equals(what))
                .map(row -> row.get(2))
                .collect(Collectors.toUnmodifiableSet());
    }

    /// As reports name it, by its best known code.
    public String code() {
        return code;
    }

    public boolean isStandard(String system) {
        return standard.contains(system);
    }

    /// Whether any field counts the system as standard.
    public static boolean isKnown(String system) {
        for (var vocabulary : values()) {
            if (vocabulary.isStandard(system)) {
                return true;
            }
        }
        return false;
    }

    /// The code that stands for the thing itself: not one that only modifies it.
    Code main(List<Code> codes) {
        for (var each : codes) {
            if (each.isSent() && !each.code().isBlank() && !asides.contains(each.system())) {
                return each;
            }
        }
        return NONE;
    }

    static final Code NONE = new Code("", "", "");
}

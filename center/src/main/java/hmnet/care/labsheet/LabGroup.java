package hmnet.care.labsheet;

import java.util.Locale;

/// Analytes that belong together, by the first character of JLAC10 (検査の分類).
enum LabGroup {
    /// 尿・便.
    URINE_STOOL('1'),
    /// 血液.
    HAEMATOLOGY('2'),
    /// 生化学.
    CHEMISTRY('3'),
    /// 内分泌.
    ENDOCRINE('4'),
    /// 免疫.
    IMMUNOLOGY('5'),
    /// 微生物.
    MICROBIOLOGY('6'),
    /// 病理.
    PATHOLOGY('7'),
    /// 遺伝子・染色体ほか.
    GENETICS('8'),
    /// その他: codes of a facility's own.
    OTHER(' ');

    private final char first;

    LabGroup(char first) {
        this.first = first;
    }

    static LabGroup of(char first) {
        for (var group : values()) {
            if (group.first == first) {
                return group;
            }
        }
        return OTHER;
    }

    String key() {
        return "viewer.lab-group." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

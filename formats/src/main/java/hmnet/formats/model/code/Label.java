package hmnet.formats.model.code;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/// A sensitivity label (機微ラベル) on a row of a chart. A grant names the labels its holder may see; a row
/// with any other label stays out. The `bit` is stored: never reused, never changed.
public enum Label {
    /// 未告知: the patient has not been told. Professionals only; set and lifted by the sender alone.
    UNINFORMED(0),
    /// 未交付: not yet handed to the patient. Shown to no one outside the sending facility.
    UNDELIVERED(1),
    /// 閲覧制限: the sender marked it restricted (PRB-25 R or V, HL70177).
    RESTRICTED(2),
    /// 精神科.
    PSYCHIATRY(3),
    /// HIV.
    HIV(4),
    /// 遺伝学的検査.
    GENETIC(5),
    /// 虐待・DV.
    ABUSE(6);

    private final int bit;

    Label(int bit) {
        this.bit = bit;
    }

    public long mask() {
        return 1L << bit;
    }

    public static long mask(Collection<Label> labels) {
        return labels.stream().mapToLong(Label::mask).reduce(0, (a, b) -> a | b);
    }

    public static Set<Label> of(long mask) {
        var labels = EnumSet.noneOf(Label.class);
        for (var label : values()) {
            if ((mask & label.mask()) != 0) {
                labels.add(label);
            }
        }
        return labels;
    }
}

package hmnet.consent;

import hmnet.formats.Label;
import hmnet.formats.RecordKind;

/// The ready positions a resident chooses from, in the app and on paper (見せ方の選択).
public enum Choice {
    /// 全部見せる.
    EVERYTHING(true, -1, -1),
    /// 全部見せる、ただし精神科・HIV・遺伝・虐待の記録は見せない.
    EVERYTHING_BUT_SENSITIVE(
            true, -1, ~(Label.PSYCHIATRY.mask() | Label.HIV.mask() | Label.GENETIC.mask() | Label.ABUSE.mask())),
    /// 薬と緊急だけ.
    MEDICINES_AND_EMERGENCY(
            true,
            RecordKind.ALLERGY.mask() | RecordKind.PRESCRIPTION.mask() | RecordKind.INJECTION.mask(),
            ~(Label.PSYCHIATRY.mask() | Label.HIV.mask() | Label.GENETIC.mask() | Label.ABUSE.mask())),
    /// 見せない.
    NOTHING(false, 0, 0);

    private final boolean given;
    private final long kinds;
    private final long labels;

    Choice(boolean given, long kinds, long labels) {
        this.given = given;
        this.kinds = kinds;
        this.labels = labels;
    }

    public boolean given() {
        return given;
    }

    long kinds() {
        return kinds;
    }

    long labels() {
        return labels;
    }
}

package hmnet.formats.check;

import java.util.Locale;

/// How a file fares (判定).
public enum Outcome {
    /// 受け入れます.
    ACCEPTED,
    /// 読めますが、カルテに入る内容がありません: nothing is filed.
    EMPTY,
    /// 直して受け入れます: what was put right stands in its notes.
    REPAIRED,
    /// 受け入れられません.
    REFUSED;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

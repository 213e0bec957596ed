package hmnet.record.consentpapers;

import hmnet.ground.database.ColumnWord;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What was signed (書面の種類). The word in the database is the name in small letters.
public enum PaperKind implements ColumnWord {
    /// 同意.
    AGREEMENT,
    /// 撤回.
    WITHDRAWAL,
    /// 制限.
    RESTRICTION,
    /// 代理人の書類.
    PROXY,
    /// 救急の同意.
    EMERGENCY;

    @Override
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<PaperKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word().equals(word)).findFirst();
    }
}

package hmnet.consent.subjectrequests;

import hmnet.ground.database.ColumnWord;
import java.util.Arrays;
import java.util.Optional;

/// What somebody asks for (請求の種類), with the article of the law on personal data (個人情報保護法) that gives the right.
public enum RequestKind implements ColumnWord {
    /// 開示 (33).
    DISCLOSURE("disclosure"),
    /// 訂正 (34).
    CORRECTION("correction"),
    /// 追加 (34).
    ADDITION("addition"),
    /// 削除 (34).
    DELETION("deletion"),
    /// 利用の停止・消去 (35(1), (5)).
    STOP_USE("stop-use"),
    /// 第三者への提供の停止 (35(3), (5)).
    STOP_PROVISION("stop-provision"),
    /// 第三者提供記録の開示 (33(5)).
    PROVISION_RECORD("provision-record");

    private final String word;

    RequestKind(String word) {
        this.word = word;
    }

    @Override
    public String word() {
        return word;
    }

    /// Whether a record is marked while it is open: 「本人が訂正を求めています」.
    public boolean marksRecords() {
        return switch (this) {
            case CORRECTION, ADDITION, DELETION -> true;
            case DISCLOSURE, STOP_USE, STOP_PROVISION, PROVISION_RECORD -> false;
        };
    }

    public static Optional<RequestKind> of(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}

package hmnet.consent.mypages;

import hmnet.witness.log.SignedReceipt.ReceiptCheck;
import hmnet.witness.log.SignedReceipt.ReceiptVerdict;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Whether a receipt is genuine (受領証の確認の画面).
///
/// @param text what was sent
/// @param check what it is worth, or null before that
/// @param logKey the key of the log, as `name+id+key`
/// @param witnessKeys the keys of its witnesses
public record ReceiptCheckScreen(String text, @Nullable ReceiptCheck check, String logKey, List<String> witnessKeys) {
    public static final List<String> BAD = List.of("unreadable", "changed", "unsigned", "not-in-log");
    public static final String GENUINE = word(ReceiptVerdict.GENUINE);

    public boolean is(String verdict) {
        return check != null && word(check.verdict()).equals(verdict);
    }

    private static String word(ReceiptVerdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

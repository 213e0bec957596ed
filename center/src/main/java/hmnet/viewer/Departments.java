package hmnet.viewer;

import hmnet.design.Messages;
import hmnet.records.Entry;
import org.jspecify.annotations.Nullable;

/// A department as pages say it (診療科の表示). Its number is the facility's own, so it stands as it was sent.
final class Departments {
    private Departments() {}

    static @Nullable String words(Entry entry, Messages m) {
        return words(entry.department(), m);
    }

    static @Nullable String words(String sent, Messages m) {
        if (sent.isEmpty() || sent.equals("-")) {
            return null;
        }
        return sent.chars().allMatch(c -> c < 0x7F) ? m.t("viewer.department", sent) : sent;
    }
}

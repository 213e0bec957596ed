package hmnet.formats.hl7v2.segment;

import hmnet.formats.base.hl7.Message;
import hmnet.formats.base.hl7.Segment;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What an order's control code does to it (オーダ制御, ORC-1, HL70119).
public final class OrderControl {
    /// Takes the order back: it never was.
    public static final Set<String> CANCELLED = Set.of("CA", "OC", "CR");
    /// Ends an order that was (中止): it stays, and says so.
    public static final Set<String> DISCONTINUED = Set.of("DC", "OD", "DR");
    /// Changes what was sent before.
    public static final Set<String> CORRECTING = Set.of("XO", "XX", "XR", "RP", "RQ", "RU", "RO");

    private static final Set<String> REPLACED = Set.of("RP", "RQ", "RU");

    private OrderControl() {}

    /// Cancelled, or replaced by another order of the message (RO), which counts as cancelled (HL7 v2.5
    /// §4.5.1.1.1).
    public static boolean isTakenBack(Message message, @Nullable Segment orc) {
        if (orc == null) {
            return false;
        }
        var control = orc.text(1);
        return CANCELLED.contains(control)
                || REPLACED.contains(control)
                        && message.all("ORC").stream()
                                .anyMatch(other -> other.text(1).equals("RO"));
    }
}

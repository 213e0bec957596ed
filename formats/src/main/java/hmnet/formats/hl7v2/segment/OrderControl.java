package hmnet.formats.hl7v2.segment;

import java.util.Set;

/// What an order's control code does to it (オーダ制御, ORC-1, HL70119).
public final class OrderControl {
    /// Takes the order back: it never was.
    public static final Set<String> CANCELLED = Set.of("CA", "OC", "CR");

    /// Ends an order that was (中止): it stays, and says so.
    public static final Set<String> DISCONTINUED = Set.of("DC", "OD", "DR");

    /// Changes what was sent before.
    public static final Set<String> CORRECTING = Set.of("XO", "XX", "XR", "RU");

    private OrderControl() {}
}

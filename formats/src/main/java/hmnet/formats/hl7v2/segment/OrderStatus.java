package hmnet.formats.hl7v2.segment;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.code.CareState;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What became of an order (オーダの状態), by ORC-1 and ORC-5, and why (ORC-16).
public final class OrderStatus {
    private static final Set<String> HELD = Set.of("HD", "OH", "HR");

    private OrderStatus() {}

    public static CareStatus of(@Nullable Segment orc) {
        if (orc == null) {
            return CareStatus.ACTIVE;
        }
        var reason = Names.of(orc, 16);
        if (HELD.contains(orc.text(1))) {
            return new CareStatus(CareState.ON_HOLD, reason);
        }
        if (OrderControl.DISCONTINUED.contains(orc.text(1))) {
            return new CareStatus(CareState.STOPPED, reason);
        }
        return switch (orc.text(5)) {
            case "HD" -> new CareStatus(CareState.ON_HOLD, reason);
            case "DC" -> new CareStatus(CareState.STOPPED, reason);
            case "CA" -> new CareStatus(CareState.CANCELLED, reason);
            case "SC" -> new CareStatus(CareState.PLANNED, reason);
            // From outside: HL7 table 0038; the others change nothing that a chart says.
            default -> CareStatus.ACTIVE;
        };
    }
}

package hmnet.formats.hl7v2.segment;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.model.chart.CareStatus;
import hmnet.formats.model.code.CareState;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What became of an order (オーダの状態), by ORC-1 and ORC-5, why (ORC-16, ORC-25), and from when (ORC-15).
public final class OrderStatus {
    private static final Set<String> HELD = Set.of("HD", "OH", "HR");

    private OrderStatus() {}

    public static CareStatus of(@Nullable Segment orc) {
        if (orc == null) {
            return CareStatus.ACTIVE;
        }
        var state = state(orc);
        return state == CareState.ACTIVE ? CareStatus.ACTIVE : new CareStatus(state, reason(orc));
    }

    private static CareState state(Segment orc) {
        if (HELD.contains(orc.text(1))) {
            return CareState.ON_HOLD;
        }
        if (OrderControl.DISCONTINUED.contains(orc.text(1))) {
            return CareState.STOPPED;
        }
        if (orc.text(1).equals("UA")) {
            return CareState.CANCELLED;
        }
        return switch (orc.text(5)) {
            case "HD" -> CareState.ON_HOLD;
            case "DC" -> CareState.STOPPED;
            case "CA", "RP" -> CareState.CANCELLED;
            case "SC" -> CareState.PLANNED;
            case "ER" -> CareState.UNKNOWN;
            // From outside: HL7 table 0038; the others change nothing that a chart says.
            default -> CareState.ACTIVE;
        };
    }

    private static String reason(Segment orc) {
        return SentFields.joined(
                Names.of(orc, 16),
                Names.of(orc, 25),
                orc.text(1).equals("UA") ? "受付不可" : "",
                orc.text(5).equals("RP") ? "差し替え" : "",
                orc.has(15) ? DisplayTime.shown(orc.text(15)) + "から" : "");
    }
}

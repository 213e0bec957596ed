package hmnet.formats.hl7v2.segment;

import hmnet.formats.base.hl7.Segment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One drug order and the segments that belong to it (薬剤の行): ORC, RXE or RXA, TQ1, RXR, RXC, NTE.
///
/// @param requested the RXO in front of an RXE of the same order, null where there is none
/// @param ordered the RXE in front of an RXD or RXA of the same order, null where there is none
/// @param timings all TQ1, those of the order where the drug has none
/// @param routes all RXR
/// @param notes of NTE behind it, in their order
/// @param number of the drug within its RP, from 1: an order of display, never a key
public record DrugLine(
        Segment drug,
        @Nullable Segment orc,
        @Nullable Segment requested,
        @Nullable Segment ordered,
        List<Segment> timings,
        List<Segment> routes,
        List<Segment> components,
        List<String> notes,
        int number) {
    /// RP number (ORC-4).
    public String rp() {
        return orc == null || !orc.has(4) ? "1" : orc.text(4);
    }

    public String orderNumber() {
        return orc == null ? "" : orc.text(2);
    }
}

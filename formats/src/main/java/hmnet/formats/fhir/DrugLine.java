package hmnet.formats.fhir;

import hmnet.formats.base.hl7.Segment;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One drug order and the segments that belong to it (薬剤の行): ORC, RXE or RXA, TQ1, RXR, RXC.
///
/// @param number of the drug within its RP, from 1: an order of display, never a key
public record DrugLine(
        Segment drug,
        @Nullable Segment orc,
        @Nullable Segment timing,
        @Nullable Segment route,
        List<Segment> components,
        int number) {
    /// RP number (ORC-4).
    public String rp() {
        return orc == null || !orc.has(4) ? "1" : orc.text(4);
    }

    public String orderNumber() {
        return orc == null ? "" : orc.text(2);
    }

    /// RP, number in it and order.
    void identifiers(FhirJson json) {
        json.openList("identifier");
        json.identifier("urn:oid:1.2.392.100495.20.3.81", rp());
        json.identifier("urn:oid:1.2.392.100495.20.3.82", String.valueOf(number));
        json.identifier(DrugJson.INSTANCE, orderNumber());
        json.closeList();
    }
}

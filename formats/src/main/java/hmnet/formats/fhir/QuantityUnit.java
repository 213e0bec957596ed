package hmnet.formats.fhir;

import hmnet.formats.base.hl7.Segment;
import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.code.CodingSystems;

/// The unit of a quantity as it was sent (単位).
///
/// @param system as FHIR names it; empty when the sender named none
public record QuantityUnit(String code, String text, String system) {
    static final QuantityUnit DAY = new QuantityUnit("d", "日", "http://unitsofmeasure.org");

    static QuantityUnit of(Amount amount) {
        return new QuantityUnit(amount.unitCode(), amount.unit(), amount.system());
    }

    public static QuantityUnit of(Segment segment, int field) {
        return new QuantityUnit(
                segment.text(field, 1), segment.text(field, 2), CodingSystems.uri(segment.text(field, 3)));
    }

    /// The unit of a CQ, such as `3^TAB&錠&MR9P`.
    static QuantityUnit ofQuantity(Segment segment, int field) {
        return new QuantityUnit(
                segment.sub(field, 2, 1), segment.sub(field, 2, 2), CodingSystems.uri(segment.sub(field, 2, 3)));
    }

    /// As people read it.
    public String shown() {
        return text.isBlank() ? code : text;
    }
}

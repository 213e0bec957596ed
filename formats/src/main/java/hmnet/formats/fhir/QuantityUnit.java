package hmnet.formats.fhir;

import hmnet.formats.model.chart.Amount;

/// The unit of a quantity as it was sent (単位).
///
/// @param system as FHIR names it; empty when the sender named none
record QuantityUnit(String code, String text, String system) {
    static final QuantityUnit DAY = new QuantityUnit("d", "日", "http://unitsofmeasure.org");

    static QuantityUnit of(Amount amount) {
        return new QuantityUnit(amount.unitCode(), amount.unit(), amount.system());
    }
}

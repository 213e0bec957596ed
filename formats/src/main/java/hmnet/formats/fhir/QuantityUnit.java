package hmnet.formats.fhir;

import hmnet.formats.model.chart.Amount;
import hmnet.formats.model.code.PublishedUnits;

/// The unit of a quantity as it was sent (単位), with a published code where the words surely mean one.
///
/// @param system as FHIR names it; empty when the sender named none
record QuantityUnit(String code, String text, String system) {
    static final QuantityUnit DAY = new QuantityUnit("d", "日", PublishedUnits.UCUM);

    static QuantityUnit of(Amount amount) {
        return of(amount.unitCode(), amount.unit(), amount.system());
    }

    /// A code that its own system cannot read is a word; what has a system stays as sent.
    private static QuantityUnit of(String code, String text, String system) {
        var misread = system.equals(PublishedUnits.UCUM) && !PublishedUnits.isUcum(code);
        if (!misread && !code.isBlank() && !system.isEmpty()) {
            return new QuantityUnit(code, text, system);
        }
        var words = text.isBlank() ? code : text;
        var known = PublishedUnits.of(words);
        return known.code().isEmpty()
                ? new QuantityUnit(misread ? "" : code, words, misread ? "" : system)
                : new QuantityUnit(known.code(), words, known.system());
    }
}

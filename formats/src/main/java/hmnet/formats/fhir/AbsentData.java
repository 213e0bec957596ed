package hmnet.formats.fhir;

/// What FHIR or a profile demands and the source does not say (記載のない値): the element stands, and says that nobody
/// knows it (data-absent-reason).
final class AbsentData {
    private static final String REASON = "http://hl7.org/fhir/StructureDefinition/data-absent-reason";

    private AbsentData() {}

    /// @param name of a structure, or `_` and the name of a value
    static void element(FhirJson json, String name) {
        json.open(name);
        extension(json);
        json.close();
    }

    static void extension(FhirJson json) {
        json.openList("extension").open().text("url", REASON);
        json.text("valueCode", "unknown").close().closeList();
    }

    /// An amount that a profile demands and nobody said.
    static void quantity(FhirJson json, String name) {
        json.open(name);
        element(json, "_value");
        element(json, "_system");
        element(json, "_code");
        json.close();
    }

    /// An amount of a drug, whose unit has a code by JP Core. Number and unit stay as sent where no table has one.
    static void quantity(FhirJson json, String name, String value, QuantityUnit unit) {
        if (!unit.code().isBlank() && !unit.system().isEmpty()) {
            json.quantity(name, value, unit);
        } else if (FhirJson.isDecimal(value)) {
            json.open(name).number("value", value).text("unit", unit.text().isBlank() ? unit.code() : unit.text());
            element(json, "_system");
            element(json, "_code");
            json.close();
        }
    }
}

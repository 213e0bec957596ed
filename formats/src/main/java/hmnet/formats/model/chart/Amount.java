package hmnet.formats.model.chart;

/// How much of something, as sent (量): a clean decimal becomes a quantity, anything else stays text.
///
/// @param system of the unit as FHIR names it, empty when the sender named none
public record Amount(String value, String unit, String unitCode, String system) {
    public static final Amount NONE = new Amount("", "", "", "");

    public static Amount of(String value, String unit) {
        return new Amount(value.strip(), unit.strip(), "", "");
    }

    public boolean isNone() {
        return value.isBlank();
    }

    /// The unit as people read it.
    public String unitShown() {
        return unit.isBlank() ? unitCode : unit;
    }

    /// As people read it: number and unit.
    public String shown() {
        return isNone() ? "" : value + unitShown();
    }
}

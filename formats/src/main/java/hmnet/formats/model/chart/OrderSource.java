package hmnet.formats.model.chart;

/// Who asked for something, and where (依頼元): each with its code where the sender gives one.
///
/// @param facility where it is another than the sender (処方元医療機関), else `Concept.NONE`
/// @param setting whether for somebody in a bed
public record OrderSource(Concept department, Concept doctor, Concept facility, CareSetting setting) {
    public static final OrderSource NONE = of("", "");

    /// For whom it is (入外区分).
    public enum CareSetting {
        INPATIENT,
        OUTPATIENT,
        /// Not said.
        UNKNOWN
    }

    public static OrderSource of(String department, String doctor) {
        return of(department, doctor, "");
    }

    public static OrderSource of(String department, String doctor, String facility) {
        return new OrderSource(Concept.of(department), Concept.of(doctor), Concept.of(facility), CareSetting.UNKNOWN);
    }

    public OrderSource in(CareSetting setting) {
        return new OrderSource(department, doctor, facility, setting);
    }
}

package hmnet.care.vitalmonth;

import hmnet.care.homevitals.DayPart;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A day of the sheet (月間表の一日). What is not there was not written down.
///
/// @param others values of other measures, each with its name
/// @param notes the resident's own words, of meals too
public record MonthDay(
        LocalDate day,
        List<DayPressure> pressures,
        List<String> weights,
        List<String> glucoses,
        List<String> others,
        List<String> notes) {
    /// A pressure or a pulse of one moment (一回の血圧).
    ///
    /// @param part nothing for what lies in neither the morning nor the evening
    /// @param time `07:10`
    /// @param pressure as it was written, such as `132/84`; empty where the pulse alone was measured
    /// @param pulse empty where it was not measured
    public record DayPressure(Optional<DayPart> part, String time, String pressure, String pulse) {}

    public List<DayPressure> morning() {
        return in(Optional.of(DayPart.MORNING));
    }

    public List<DayPressure> evening() {
        return in(Optional.of(DayPart.EVENING));
    }

    /// At other hours: they are in no average.
    public List<DayPressure> between() {
        return in(Optional.empty());
    }

    private List<DayPressure> in(Optional<DayPart> part) {
        return pressures.stream().filter(one -> one.part().equals(part)).toList();
    }
}

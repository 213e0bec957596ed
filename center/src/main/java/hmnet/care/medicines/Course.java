package hmnet.care.medicines;

import java.time.LocalDate;
import java.util.List;

/// The days for which one facility supplied one drug (服薬期間).
///
/// @param current whether a supply, with the days of grace the page states, reaches today
public record Course(String drug, String facility, boolean current, List<Supply> supplies) {
    /// One supply, both days included.
    public record Supply(LocalDate from, LocalDate to) {}
}

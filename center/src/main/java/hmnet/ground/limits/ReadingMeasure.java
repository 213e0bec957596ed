package hmnet.ground.limits;

import java.util.Locale;

/// What is counted (数えるもの).
enum ReadingMeasure {
    /// Charts that a member of staff opened within an hour.
    CHARTS_HOUR,
    /// Charts that a member of staff opened within a day.
    CHARTS_DAY,
    /// Charts that the staff of a facility opened within an hour.
    FACILITY_HOUR,
    /// Persons that a facility's machine was told of within an hour.
    PERSONS_HOUR;

    /// As stored, and the end of its message's key.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ReadingMeasure of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

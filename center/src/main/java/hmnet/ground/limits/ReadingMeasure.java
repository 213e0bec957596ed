package hmnet.ground.limits;

import java.time.Duration;
import java.util.Locale;

/// What is counted (数えるもの).
enum ReadingMeasure {
    /// Charts that a member of staff opened within an hour.
    CHARTS_HOUR("chart_look", "staff", Duration.ofHours(1)),
    /// Charts that a member of staff opened within a day.
    CHARTS_DAY("chart_look", "staff", Duration.ofDays(1)),
    /// Charts that the staff of a facility opened within an hour.
    FACILITY_HOUR("chart_look", "facility", Duration.ofHours(1)),
    /// Persons that a facility's machine was told of within an hour.
    PERSONS_HOUR("person_told", "facility", Duration.ofHours(1)),
    /// Persons that a facility's machine was told of within a day.
    PERSONS_DAY("person_told", "facility", Duration.ofDays(1));

    private final String table;
    private final String counted;
    private final Duration window;

    ReadingMeasure(String table, String counted, Duration window) {
        this.table = table;
        this.counted = counted;
        this.window = window;
    }

    Duration window() {
        return window;
    }

    /// How many there were within the window, and since the office lifted the stop; no more than `most` are looked at.
    /// Parameters: `whose`, `seconds`, `measure`, `most`.
    String countSql() {
        return """
                select count(*) from (
                select from %1$s
                 where %2$s = :whose
                   and at > greatest(now() - make_interval(secs => :seconds),
                                     (select max(closed_at) from reading_alert
                                       where lifted and measure = :measure and %2$s = :whose))
                 limit :most) c""".formatted(table, counted);
    }

    /// As stored, and the end of its message's key.
    String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static ReadingMeasure of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}

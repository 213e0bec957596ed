package hmnet.care.timeline;

import hmnet.care.viewer.ChartFrames;
import hmnet.record.charts.CareSpan;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The stretch of time that a page shows (表示期間), cut into columns.
///
/// @param last the first day of the last column
/// @param newest nothing of today lies beyond: what is planned for later belongs to it too
record Window(Zoom zoom, LocalDate last, boolean newest) {
    /// The one that ends with this day's column, or with today's.
    static Window of(Zoom zoom, @Nullable LocalDate until, LocalDate today) {
        var now = zoom.floor(today);
        var asked = until == null ? now : zoom.floor(until);
        return asked.isBefore(now) ? new Window(zoom, asked, false) : new Window(zoom, now, true);
    }

    List<LocalDate> columns() {
        var first = first();
        return IntStream.range(0, zoom.columns())
                .mapToObj(column -> zoom.plus(first, column))
                .toList();
    }

    LocalDate first() {
        return zoom.plus(last, 1 - zoom.columns());
    }

    /// The day after the last one.
    LocalDate end() {
        return zoom.plus(last, 1);
    }

    /// Of the newest one, what is to come too.
    CareSpan span() {
        return newest ? CareSpan.since(start(first())) : new CareSpan(start(first()), start(end()));
    }

    /// Of one column.
    CareSpan span(LocalDate column) {
        return new CareSpan(start(column), start(zoom.plus(column, 1)));
    }

    /// A day of the last column of the window before this one.
    LocalDate before() {
        return zoom.plus(last, -zoom.columns());
    }

    LocalDate after() {
        return zoom.plus(last, zoom.columns());
    }

    /// A day of the last column of the window that begins with this day's.
    LocalDate from(LocalDate day) {
        return zoom.plus(zoom.floor(day), zoom.columns() - 1);
    }

    static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(ChartFrames.JAPAN).toOffsetDateTime();
    }
}

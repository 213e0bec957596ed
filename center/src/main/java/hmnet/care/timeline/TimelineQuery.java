package hmnet.care.timeline;

import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.CareSpan;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/// What part of the time line the address asks for (絞り込みの指定). Anything that cannot be understood is as
/// if it were not there.
///
/// @param period how much time, and so how finely it is cut
/// @param until a day of the last column
/// @param kind a happening, or one of its kinds of record
/// @param column the first day of one column, whose entries alone are listed
/// @param before entries of care before this day
record TimelineQuery(
        @Nullable String period,
        @Nullable String until,
        @Nullable String facility,
        @Nullable String kind,
        @Nullable String column,
        @Nullable String before) {
    static TimelineQuery of(HttpServletRequest request) {
        return new TimelineQuery(
                request.getParameter("period"),
                request.getParameter("until"),
                request.getParameter("facility"),
                request.getParameter("kind"),
                request.getParameter("column"),
                request.getParameter("before"));
    }

    /// The same with the period that the reader wants where the address names none.
    TimelineQuery or(String wished) {
        return period != null || wished.isEmpty()
                ? this
                : new TimelineQuery(wished, until, facility, kind, column, before);
    }

    static TimelineQuery all() {
        return new TimelineQuery("all", null, null, null, null, null);
    }

    Window window(LocalDate today) {
        return Window.of(Zoom.of(period), day(until).orElse(null), today);
    }

    Optional<CareEvent> kindAsked() {
        return CareEvent.of(kind);
    }

    long kinds() {
        return kindAsked().map(CareEvent::mask).orElse(-1L);
    }

    Optional<FacilityId> facilityAsked() {
        return facility != null && facility.matches("[0-9]{1,15}")
                ? Optional.of(new FacilityId(Long.parseLong(facility)))
                : Optional.empty();
    }

    Optional<LocalDate> columnAsked(Window window) {
        return day(column).filter(day -> window.columns().contains(day));
    }

    Optional<LocalDate> beforeAsked() {
        return day(before);
    }

    /// The span of care time of the list: of the window, of one column of it, before a day.
    CareSpan span(Window window, LocalDate oldest) {
        var asked = columnAsked(window).map(window::span).orElseGet(window::span);
        var whole = window.zoom() == Zoom.YEAR && columnAsked(window).isEmpty() && !oldest.isBefore(window.first());
        var from = whole ? CareSpan.all().from() : asked.from();
        return new CareSpan(
                from,
                beforeAsked()
                        .map(Window::start)
                        .filter(end -> end.isBefore(asked.until()))
                        .orElse(asked.until()));
    }

    TimelineQuery at(@Nullable LocalDate until) {
        return new TimelineQuery(period, until == null ? null : until.toString(), facility, kind, null, null);
    }

    TimelineQuery in(FacilityId facility, LocalDate column) {
        return new TimelineQuery(period, until, Long.toString(facility.value()), kind, column.toString(), null);
    }

    TimelineQuery zoomed(Zoom zoom) {
        return new TimelineQuery(zoom.word(), null, facility, kind, null, null);
    }

    TimelineQuery before(@Nullable LocalDate day) {
        return new TimelineQuery(period, until, facility, kind, column, day == null ? null : day.toString());
    }

    String address(String path) {
        var address = new StringJoiner("&", path + "?", "").setEmptyValue(path);
        add(address, "period", period);
        add(address, "until", until);
        add(address, "facility", facility);
        add(address, "kind", kind);
        add(address, "column", column);
        add(address, "before", before);
        return address.toString();
    }

    private static void add(StringJoiner address, String name, @Nullable String value) {
        if (value != null) {
            address.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8));
        }
    }

    private static Optional<LocalDate> day(@Nullable String sent) {
        try {
            return sent == null || sent.length() != 10 ? Optional.empty() : Optional.of(LocalDate.parse(sent));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}

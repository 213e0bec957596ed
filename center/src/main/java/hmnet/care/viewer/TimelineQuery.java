package hmnet.care.viewer;

import hmnet.formats.model.code.RecordKind;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.CareSpan;
import jakarta.servlet.http.HttpServletRequest;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What part of the time line the address asks for (絞り込みの指定). Anything that cannot be understood is as
/// if it were not there.
///
/// @param before entries of care before this moment
record TimelineQuery(
        @Nullable String period,
        @Nullable String facility,
        @Nullable String kind,
        @Nullable String month,
        @Nullable String before) {
    static final Period USUAL = Period.ONE_YEAR;

    static TimelineQuery of(HttpServletRequest request) {
        return new TimelineQuery(
                request.getParameter("period"),
                request.getParameter("facility"),
                request.getParameter("kind"),
                request.getParameter("month"),
                request.getParameter("before"));
    }

    Period periodAsked() {
        return period == null ? USUAL : Period.of(period).orElse(USUAL);
    }

    Optional<RecordKind> kindAsked() {
        return Arrays.stream(RecordKind.values())
                .filter(k -> k.name().equals(kind))
                .findFirst();
    }

    Optional<FacilityId> facilityAsked() {
        return facility != null && facility.matches("[0-9]{1,15}")
                ? Optional.of(new FacilityId(Long.parseLong(facility)))
                : Optional.empty();
    }

    Optional<YearMonth> monthAsked() {
        try {
            return month == null || month.isEmpty() ? Optional.empty() : Optional.of(YearMonth.parse(month));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    long kinds() {
        return kindAsked().map(RecordKind::mask).orElse(-1L);
    }

    /// The span of care time asked for: the month outweighs the period.
    CareSpan span(LocalDate today) {
        var asked = monthAsked()
                .map(m -> new CareSpan(start(m.atDay(1)), start(m.plusMonths(1).atDay(1))))
                .orElseGet(() -> periodAsked()
                        .from(today)
                        .map(day -> CareSpan.since(start(day)))
                        .orElse(CareSpan.all()));
        return beforeAsked().map(end -> new CareSpan(asked.from(), end)).orElse(asked);
    }

    Optional<OffsetDateTime> beforeAsked() {
        try {
            return before == null || before.isEmpty() ? Optional.empty() : Optional.of(OffsetDateTime.parse(before));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(ChartFrames.JAPAN).toOffsetDateTime();
    }
}

package hmnet.care.timeline;

import hmnet.care.timeline.TimelineScreen.CellState;
import hmnet.care.timeline.TimelineScreen.MatrixCell;
import hmnet.care.timeline.TimelineScreen.MatrixColumn;
import hmnet.care.timeline.TimelineScreen.MatrixRow;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.Occurrences.Occurrence;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The overview of a window (施設×期間の一覧): which kinds happened where and when, and why a cell says nothing.
record Matrix(TimelineQuery query, Window window, String path, Messages m) {
    /// What is known of a facility besides what it sent.
    ///
    /// @param since the day of its first row that may be shown, or null
    /// @param closing how far rules close it
    /// @param lateFrom the day its feed fell silent, or null
    /// @param sends whether it ever sent anything, of whomever
    record FeedState(
            FacilityId id,
            String name,
            @Nullable LocalDate since,
            ClosedPart closing,
            @Nullable LocalDate lateFrom,
            boolean sends) {}

    /// How far rules close a facility (非表示の範囲).
    enum ClosedPart {
        OPEN,
        SOME,
        ALL,
        STOPPED
    }

    List<MatrixRow> rows(Collection<FeedState> sources, List<Occurrence> occurrences) {
        var signs = occurrences.stream()
                .filter(one -> (one.kind().mask() & query.kinds()) != 0)
                .collect(Collectors.groupingBy(
                        Occurrence::facility,
                        Collectors.groupingBy(
                                Occurrence::first,
                                Collectors.mapping(
                                        one -> CareEvent.of(one.kind()),
                                        Collectors.toCollection(() -> EnumSet.noneOf(CareEvent.class))))));
        var columns = window.columns().stream()
                .map(first -> new NamedColumn(first, words(first)))
                .toList();
        return sources.stream()
                .map(source -> row(source, columns, signs.getOrDefault(source.id(), Map.of())))
                .toList();
    }

    /// A column in full: each row says it.
    private record NamedColumn(LocalDate first, String words) {}

    private MatrixRow row(FeedState source, List<NamedColumn> columns, Map<LocalDate, ? extends Set<CareEvent>> signs) {
        var whole = whole(source);
        return new MatrixRow(
                source.name(),
                whole,
                whole == null && source.closing() == ClosedPart.SOME,
                whole != null
                        ? List.of()
                        : columns.stream()
                                .map(column -> cell(source, column, signs.get(column.first())))
                                .toList());
    }

    private static @Nullable String whole(FeedState source) {
        return switch (source.closing()) {
            case STOPPED -> "stopped";
            case ALL -> "closed";
            case SOME -> null;
            case OPEN -> source.since() != null ? null : source.sends() ? "nothing" : "silent";
        };
    }

    private MatrixCell cell(FeedState source, NamedColumn named, @Nullable Set<CareEvent> signs) {
        var column = named.first();
        var shown = signs == null ? List.<CareEvent>of() : List.copyOf(signs);
        var state = state(source, column, shown);
        var late = source.lateFrom() != null && window.zoom().plus(column, 1).isAfter(source.lateFrom());
        var some = state == CellState.SOME;
        var what = some
                ? shown.stream()
                        .map(one -> m.t("timeline.happening." + one.word()))
                        .collect(Collectors.joining(m.t("viewer.comma")))
                : m.t("timeline.cell." + state.word());
        return new MatrixCell(
                shown,
                state,
                late,
                some ? query.in(source.id(), column).address(path) : "",
                m.t("timeline.cell", what, source.name(), named.words()),
                some
                        && query.facilityAsked().equals(Optional.of(source.id()))
                        && query.columnAsked(window).equals(Optional.of(column)));
    }

    private CellState state(FeedState source, LocalDate column, List<CareEvent> shown) {
        if (!shown.isEmpty()) {
            return CellState.SOME;
        }
        if (source.closing() != ClosedPart.OPEN) {
            return CellState.WITHHELD;
        }
        var end = window.zoom().plus(column, 1);
        return source.since() != null && !end.isAfter(source.since()) ? CellState.BEFORE : CellState.NONE;
    }

    List<MatrixColumn> columns(LocalDate today) {
        var heads = new ArrayList<MatrixColumn>();
        var columns = window.columns();
        for (var i = 0; i < columns.size(); i++) {
            var day = columns.get(i);
            var turned = i == 0 || day.getYear() != columns.get(i - 1).getYear();
            heads.add(new MatrixColumn(
                    turned && window.zoom() != Zoom.YEAR ? m.t("timeline.year", Integer.toString(day.getYear())) : "",
                    head(day),
                    day.equals(window.zoom().floor(today))));
        }
        return heads;
    }

    private String head(LocalDate day) {
        return switch (window.zoom()) {
            case DAY, WEEK -> m.t("timeline.head.day", day.getMonthValue(), day.getDayOfMonth());
            case MONTH -> m.t("timeline.head.month", day.getMonthValue());
            case YEAR -> m.t("timeline.year", Integer.toString(day.getYear()));
        };
    }

    /// A column in full.
    String words(LocalDate column) {
        return switch (window.zoom()) {
            case DAY -> m.day(column);
            case WEEK -> m.t("timeline.week", m.day(column));
            case MONTH -> m.month(YearMonth.from(column));
            case YEAR -> m.t("timeline.year", Integer.toString(column.getYear()));
        };
    }
}

package hmnet.care.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.care.timeline.Matrix.ClosedPart;
import hmnet.care.timeline.Matrix.FeedState;
import hmnet.care.timeline.TimelineScreen.CellState;
import hmnet.care.timeline.TimelineScreen.MatrixCell;
import hmnet.care.timeline.TimelineScreen.MatrixRow;
import hmnet.formats.model.code.RecordKind;
import hmnet.ground.design.Language;
import hmnet.ground.design.Messages;
import hmnet.ground.directory.FacilityId;
import hmnet.record.charts.Occurrences.Occurrence;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The overview tells what happened, and tells apart why a cell says nothing.
class MatrixTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
    private static final FacilityId HOSPITAL = new FacilityId(1);

    private static Matrix matrix(@Nullable String period, @Nullable String until, @Nullable String kind) {
        var query = new TimelineQuery(period, until, null, kind, null, null);
        return new Matrix(query, query.window(TODAY), "/people/x/timeline", Messages.in(Language.JAPANESE));
    }

    private static MatrixRow row(Matrix matrix, ClosedPart closing, @Nullable LocalDate since, Occurrence... all) {
        var source = new FeedState(HOSPITAL, "見本病院", since, closing, null, true);
        return matrix.rows(List.of(source), List.of(all)).getFirst();
    }

    private static Occurrence happened(RecordKind kind, String first) {
        return new Occurrence(HOSPITAL, kind, LocalDate.parse(first), 9);
    }

    @Test
    void aCellShowsWhichKindsHappenedAndNotInHowManyRows() {
        var row = row(
                matrix(null, null, null),
                ClosedPart.OPEN,
                LocalDate.of(2020, 4, 1),
                happened(RecordKind.LAB_SAFETY, "2026-11-01"),
                happened(RecordKind.LABORATORY, "2026-11-01"),
                happened(RecordKind.PRESCRIPTION, "2026-11-01"));
        assertThat(row.cells()).hasSize(12);
        var cell = row.cells().getLast();
        assertThat(cell.signs()).containsExactly(CareEvent.DRUGS, CareEvent.TESTS);
        assertThat(cell.path()).contains("facility=1", "column=2026-11-01");
        assertThat(cell.words()).isEqualTo("処方・調剤、検査結果、見本病院、2026年11月");
    }

    /// V10d of the ward's review: an empty cell and a closed one looked alike.
    @Test
    void nothingReceivedWithheldAndBeforeTheFirstRecordNeverLookAlike() {
        var since = LocalDate.of(2026, 8, 10);
        var open = row(matrix(null, null, null), ClosedPart.OPEN, since);
        assertThat(open.cells())
                .extracting(MatrixCell::state)
                .containsOnly(CellState.BEFORE, CellState.NONE)
                .endsWith(CellState.BEFORE, CellState.NONE, CellState.NONE, CellState.NONE, CellState.NONE);
        assertThat(row(matrix(null, null, null), ClosedPart.SOME, since).cells())
                .extracting(MatrixCell::state)
                .containsOnly(CellState.WITHHELD);
        assertThat(row(matrix(null, null, null), ClosedPart.ALL, null).whole()).isEqualTo("closed");
        assertThat(row(matrix(null, null, null), ClosedPart.STOPPED, since).whole())
                .isEqualTo("stopped");
        assertThat(row(matrix(null, null, null), ClosedPart.OPEN, null).whole()).isEqualTo("nothing");
    }

    @Test
    void aFacilityWhoseFeedIsSilentIsMarkedFromThatDayOn() {
        var matrix = matrix(null, null, null);
        var source = new FeedState(
                HOSPITAL, "見本病院", LocalDate.of(2020, 4, 1), ClosedPart.OPEN, LocalDate.of(2026, 10, 30), true);
        assertThat(matrix.rows(List.of(source), List.of()).getFirst().cells())
                .extracting(MatrixCell::late)
                .endsWith(false, true, true);
    }

    @Test
    void theZoomFollowsThePeriodAndReachesTheOldestYear() {
        var weeks = Window.of(Zoom.of("3m"), null, TODAY);
        assertThat(weeks.columns()).hasSize(13).endsWith(LocalDate.of(2026, 11, 23));
        assertThat(weeks.newest()).isTrue();
        assertThat(Window.of(Zoom.of("2w"), LocalDate.of(2016, 5, 3), TODAY).columns())
                .hasSize(14)
                .endsWith(LocalDate.of(2016, 5, 3));
        var years = Window.of(Zoom.of("all"), null, TODAY);
        assertThat(years.columns()).startsWith(LocalDate.of(2015, 1, 1));
        var oldest = Window.of(Zoom.of("all"), years.from(LocalDate.of(1999, 3, 3)), TODAY);
        assertThat(oldest.columns()).startsWith(LocalDate.of(1999, 1, 1));
        assertThat(oldest.newest()).isFalse();
    }

    @Test
    void oneKindAloneMayBeAskedForByTheNameOfAnyOfItsParts() {
        var row = row(
                matrix(null, null, "LAB_SAFETY"),
                ClosedPart.OPEN,
                LocalDate.of(2020, 4, 1),
                happened(RecordKind.LABORATORY, "2026-11-01"),
                happened(RecordKind.VISIT, "2026-11-01"));
        assertThat(row.cells().getLast().signs()).containsExactly(CareEvent.TESTS);
    }
}

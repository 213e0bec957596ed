package hmnet.care.labsheet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hmnet.care.viewer.LongSheet;
import hmnet.care.viewer.SampleDetails;
import hmnet.ground.design.Language;
import hmnet.ground.design.Preview;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static LabTrend trend(@Nullable Double low, @Nullable Double high, double... values) {
        var start = OffsetDateTime.parse("2026-01-01T09:00:00+09:00");
        var points = new ArrayList<LabTrend.Point>();
        for (int i = 0; i < values.length; i++) {
            points.add(new LabTrend.Point(start.plusDays(i), values[i], "" + values[i], LabFlag.NONE, "見本"));
        }
        return new LabTrend("t", "カリウム", "mEq/L", "血清", List.of(), low, high, points);
    }

    @Test
    void theLineRunsFromLeftToRightAndHigherValuesStandHigher() {
        var dots = Trend.of(trend(null, null, 4, 5, 6)).dots();
        assertThat(dots).extracting(Trend.Dot::x).containsExactly("16", "180", "344");
        assertThat(dots.stream().map(dot -> Double.valueOf(dot.y())).toList())
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    /// U8: as rows come from the database, in UTC.
    @Test
    void theAxisIsLabelledWithDaysOfJapan() {
        var moments = Stream.of("2026-11-01T23:58:00Z", "2026-11-05T01:00:00Z", "2026-11-09T22:10:00Z")
                .map(at -> new LabTrend.Point(OffsetDateTime.parse(at), 4, "4", LabFlag.NONE, "見本"))
                .toList();
        var trend = new LabTrend("t", "カリウム", "mEq/L", "血清", List.of(), null, null, moments);
        var drawn = Preview.of(
                "care/labsheet/laboratory",
                Language.JAPANESE,
                Preview.DOCTOR,
                "/x",
                Map.of("page", LongSheet.with(trend)));
        assertThat(drawn).contains(">2026/11/02</text>", ">2026/11/10</text>").doesNotContain(">2026/11/01</text>");
    }

    @Test
    void theReferenceBandLiesBetweenItsEnds() {
        var drawn = Trend.of(trend(4.0, 6.0, 4, 6));
        var band = Objects.requireNonNull(drawn.band());
        assertThat(band.y()).isEqualTo(drawn.dots().getLast().y());
        assertThat(Double.parseDouble(band.y()) + Double.parseDouble(band.height()))
                .isCloseTo(Double.parseDouble(drawn.dots().getFirst().y()), within(0.2));
    }

    @Test
    void aRangeOpenBelowReachesTheFootOfTheDrawing() {
        var band = Objects.requireNonNull(Trend.of(trend(null, 5.0, 4, 6)).band());
        assertThat(Double.parseDouble(band.y()) + Double.parseDouble(band.height()))
                .isEqualTo(136);
    }

    @Test
    void withoutARangeThereIsNoBand() {
        assertThat(Trend.of(trend(null, null, 4)).band()).isNull();
    }

    @Test
    void aSingleValueStandsInTheMiddle() {
        assertThat(Trend.of(trend(null, null, 4)).dots())
                .singleElement()
                .returns("180", Trend.Dot::x)
                .returns("80", Trend.Dot::y);
    }

    @Test
    void highPointsUpAndLowPointsDown() {
        var shapes = Trend.of(SampleDetails.potassium()).dots();
        assertThat(shapes.getFirst().shape()).isNotEqualTo(shapes.getLast().shape());
        assertThat(apex(shapes.getLast()))
                .isLessThan(Double.parseDouble(shapes.getLast().y()));
        assertThat(apex(shapes.getFirst()))
                .isGreaterThan(Double.parseDouble(shapes.getFirst().y()));
    }

    private static double apex(Trend.Dot dot) {
        return Double.parseDouble(List.of(dot.shape().split(" ", -1)).get(1));
    }
}

package hmnet.office.reviewdesk;

import hmnet.ground.design.SvgNumbers;
import hmnet.office.reviewdesk.FiguresScreen.Day;
import java.util.ArrayList;
import java.util.List;

/// Decisions a day drawn to scale (日ごとの棒グラフ): "the same" filled below, "different" hatched above. All numbers
/// are SVG attributes.
record Bars(List<DayBar> bars, long most) {
    public static final int WIDTH = 720;
    public static final int HEIGHT = 200;
    private static final int LEFT = 40;
    private static final int TOP = 16;
    public static final int BOTTOM = HEIGHT - 28;

    /// One day.
    ///
    /// @param label whether there is room for its day below
    public record DayBar(
            String x,
            String width,
            String sameY,
            String sameHeight,
            String differentY,
            String differentHeight,
            String middle,
            boolean label,
            Day day) {}

    public static Bars of(List<Day> days) {
        var most = days.stream()
                .mapToLong(day -> day.same() + day.different())
                .max()
                .orElse(0);
        var step = (double) (WIDTH - LEFT) / Math.max(1, days.size());
        var unit = (double) (BOTTOM - TOP) / Math.max(1, most);
        var bars = new ArrayList<DayBar>();
        for (var day : days) {
            var x = LEFT + bars.size() * step;
            var same = day.same() * unit;
            var different = day.different() * unit;
            bars.add(new DayBar(
                    SvgNumbers.number(x + step * 0.15),
                    SvgNumbers.number(step * 0.7),
                    SvgNumbers.number(BOTTOM - same),
                    SvgNumbers.number(same),
                    SvgNumbers.number(BOTTOM - same - different),
                    SvgNumbers.number(different),
                    SvgNumbers.number(x + step / 2),
                    bars.size() % 5 == 0,
                    day));
        }
        return new Bars(List.copyOf(bars), most);
    }
}

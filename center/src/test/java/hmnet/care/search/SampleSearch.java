package hmnet.care.search;

import hmnet.care.search.SearchScreen.SearchHit;
import hmnet.care.timeline.Line;
import hmnet.care.viewer.ChartFrame;
import java.time.LocalDate;
import java.util.List;

/// What was found of an invented resident (検索の見本).
public final class SampleSearch {
    private SampleSearch() {}

    public static SearchScreen screen(ChartFrame chart, List<Line> lines) {
        var found = lines.stream()
                .map(line -> new SearchHit(line, List.of("ワルファリンK錠1mg 内服・経口・1日1回朝食後")))
                .toList();
        return new SearchScreen(
                chart,
                "ワーファリン",
                List.of("ワルファリン", "ワルファリンカリウム"),
                found,
                LocalDate.of(2024, 5, 1),
                chart.path() + "/search?q=x");
    }
}

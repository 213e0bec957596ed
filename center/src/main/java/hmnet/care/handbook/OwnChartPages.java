package hmnet.care.handbook;

import hmnet.consent.mypages.OwnWhoses;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.ResidentCaller;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Charts;
import hmnet.record.charts.Opening;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/// Turns a resident's own opened chart into a page (健康手帳の画面): its screen is made while the chart is open, drawn and
/// sent after the commit.
@Component
public class OwnChartPages {
    private final Charts charts;
    private final OwnWhoses whoses;
    private final Pages pages;

    OwnChartPages(Charts charts, OwnWhoses whoses, Pages pages) {
        this.charts = charts;
        this.whoses = whoses;
        this.pages = pages;
    }

    /// Shows a view of the chart of whose page is open. Whoever represents somebody without a word on their records
    /// gets
    /// the page of what is not there.
    ///
    /// @param screen makes what the template draws as `page`; nothing of the chart is read after it returns
    public ResponseEntity<String> show(
            ResidentCaller resident, ChartView view, String template, Frame frame, Function<Chart, ?> screen) {
        return charts.openOwn(resident, view, opening -> made(opening, screen))
                .map(made -> Pages.answer(
                        HttpStatus.OK,
                        pages.render(template, frame.ofResident(), Map.of("page", made, "whose", whoses.of(resident)))))
                .orElseGet(() -> pages.notFound(frame.ofResident()));
    }

    private static Optional<Object> made(Opening opening, Function<Chart, ?> screen) {
        return switch (opening) {
            case Opening.Opened(var chart) -> Optional.of(screen.apply(chart));
            case Opening.Closed closed -> Optional.empty();
        };
    }
}

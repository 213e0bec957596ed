package hmnet.care.handbook;

import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.FeedCoverage;
import hmnet.consent.mypages.OwnWhoses;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.ResidentCaller;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import hmnet.record.charts.Charts;
import hmnet.record.charts.EntryPage;
import hmnet.record.charts.Opening;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/// Turns a resident's own opened chart into a page (健康手帳の画面): its screen is made while the chart is open, drawn and
/// sent after the commit.
@Component
public class OwnChartPages {
    private final Charts charts;
    private final OwnWhoses whoses;
    private final ChartFrames frames;
    private final FeedCoverage coverage;
    private final Pages pages;

    OwnChartPages(Charts charts, OwnWhoses whoses, ChartFrames frames, FeedCoverage coverage, Pages pages) {
        this.charts = charts;
        this.whoses = whoses;
        this.frames = frames;
        this.coverage = coverage;
        this.pages = pages;
    }

    /// Shows a view of the chart of whose page is open. What does not open is answered as what is not there.
    ///
    /// @param screen makes what the template draws as `page`; nothing of the chart is read after it returns
    public ResponseEntity<String> show(
            ResidentCaller resident, ChartView view, String template, Frame frame, Function<Chart, ?> screen) {
        return show(HttpStatus.OK, resident, view, template, frame, chart -> Optional.of(screen.apply(chart)));
    }

    /// @param screen the same; nothing where the chart has nothing to show there
    public ResponseEntity<String> show(
            HttpStatus status,
            ResidentCaller resident,
            ChartView view,
            String template,
            Frame frame,
            Function<Chart, Optional<Object>> screen) {
        return read(resident, view, screen)
                .map(made -> Pages.answer(
                        status,
                        pages.render(template, frame.ofResident(), Map.of("page", made, "whose", whoses.of(resident)))))
                .orElseGet(() -> notFound(frame));
    }

    /// What is made of the chart, for a page that does something with it.
    public <T> Optional<T> read(ResidentCaller resident, ChartView view, Function<Chart, Optional<T>> use) {
        return charts.openOwn(resident, view, opening -> switch (opening) {
            case Opening.Opened(var chart) -> use.apply(chart);
            case Opening.Closed closed -> Optional.empty();
        });
    }

    public ResponseEntity<String> notFound(Frame frame) {
        return pages.notFound(frame.ofResident());
    }

    /// What a page says of what does not stand on it; asked once all else has been read.
    OwnSources sources(Chart chart, long kinds, Messages m) {
        var silent = frames.silent(chart);
        return new OwnSources(
                coverage.of(chart, kinds, m),
                silent.stream().filter(note -> note.since() != null).toList(),
                frames.erased(chart));
    }

    /// The address of what lies before a page of a list; null for nothing.
    static @Nullable String older(String address, EntryPage page) {
        return page.older()
                ? UriComponentsBuilder.fromUriString(address)
                        .queryParam(
                                "before", page.entries().getLast().occurredAt().toInstant())
                        .encode()
                        .toUriString()
                : null;
    }

    /// The whole page of a screen, for a copy on a device.
    String drawn(String template, Object screen, ResidentCaller resident, Frame frame) {
        return pages.render(template, frame.ofResident(), Map.of("page", screen, "whose", whoses.of(resident)));
    }
}

package hmnet.care.reasons;

import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.ChartPages;
import hmnet.consent.consents.Purpose;
import hmnet.consent.decisions.Decisions;
import hmnet.consent.sight.SightScreen;
import hmnet.consent.sight.SightWords;
import hmnet.consent.sight.SightWords.Hearer;
import hmnet.ground.design.Frame;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The rules behind what the reader sees of an open chart, hospital by hospital (閲覧範囲の理由). What the person keeps back,
/// and labels, are named to no reader.
@Controller
class ReasonsPage {
    private final ChartPages chartPages;
    private final ChartFrames chartFrames;
    private final Decisions decisions;
    private final Facilities facilities;

    ReasonsPage(ChartPages chartPages, ChartFrames chartFrames, Decisions decisions, Facilities facilities) {
        this.chartPages = chartPages;
        this.chartFrames = chartFrames;
        this.decisions = decisions;
        this.facilities = facilities;
    }

    @GetMapping("/people/{person}/reasons")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(@PathVariable PersonId person, Requester requester, Frame frame) {
        return chartPages.show(requester, person, frame, ChartView.REASONS, chart -> screen(chart, frame));
    }

    private ReasonsScreen screen(Chart chart, Frame frame) {
        var m = frame.m();
        var reader = chart.requester();
        var basis = decisions.explain(reader, chart.person().id(), Purpose.TREATMENT);
        // A hospital that the person keeps back whole stands nowhere: that they are known there is theirs to tell.
        var linked = ChartFrames.linked(chart);
        var kinds = basis.kinds().stream()
                .filter(kind -> linked.contains(kind.source()))
                .toList();
        var words = new SightWords(m, id -> facilities.get(id).name(), Hearer.READER);
        return new ReasonsScreen(
                chartFrames.beside(chart, ChartTab.SUMMARY, m),
                new SightScreen(
                        List.of(),
                        "",
                        "",
                        null,
                        m.t(
                                "sight.reader",
                                reader.facilityName(),
                                m.t("profession." + reader.profession().word())),
                        "opens",
                        words.of(kinds)));
    }
}

package hmnet.care.vitalmonth;

import hmnet.care.viewer.ChartFrame.ChartTab;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.ChartPages;
import hmnet.care.vitaltargets.VitalTargets;
import hmnet.ground.design.Frame;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.PersonId;
import hmnet.record.charts.ChartView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// What a resident measured at home in a month, as a professional reads it (健康手帳ビューワの月間表).
@Controller
class ChartMonthPage {
    private final ChartPages pages;
    private final ChartFrames frames;
    private final MonthSheets sheets;
    private final VitalTargets targets;

    ChartMonthPage(ChartPages pages, ChartFrames frames, MonthSheets sheets, VitalTargets targets) {
        this.pages = pages;
        this.frames = frames;
        this.sheets = sheets;
        this.targets = targets;
    }

    /// @param month `2026-11`; this one where none is asked for
    @GetMapping("/people/{person}/home-vitals/month")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(
            @PathVariable PersonId person,
            @RequestParam(required = false) @Nullable String month,
            Requester requester,
            Frame frame) {
        var asked = sheets.month(month);
        return pages.show(
                requester,
                person,
                frame,
                ChartView.HOME_MONTH,
                chart -> new ChartMonthScreen(
                        frames.frame(chart, ChartTab.VITALS, frame.m()),
                        ChartFrames.linked(chart).stream().anyMatch(frames::isHandbook),
                        sheets.of(chart, asked, targets.standing(chart), frame.m()),
                        asked.minusMonths(1),
                        MonthSheets.after(asked, frames.today())));
    }
}

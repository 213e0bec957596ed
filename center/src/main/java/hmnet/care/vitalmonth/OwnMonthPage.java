package hmnet.care.vitalmonth;

import hmnet.care.handbook.OwnChartPages;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.vitaltargets.VitalTargets;
import hmnet.ground.design.Frame;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.charts.ChartView;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The sheet of a month, to be read and taken to the doctor on paper (からだの記録の月間表).
@Controller
class OwnMonthPage {
    private static final String ADDRESS = "/my/vitals/month";

    private final OwnChartPages pages;
    private final ChartFrames frames;
    private final MonthSheets sheets;
    private final VitalTargets targets;

    OwnMonthPage(OwnChartPages pages, ChartFrames frames, MonthSheets sheets, VitalTargets targets) {
        this.pages = pages;
        this.frames = frames;
        this.sheets = sheets;
        this.targets = targets;
    }

    /// @param month `2026-11`; this one where none is asked for
    @Rule(Right.SUBJECT_READS)
    @GetMapping(ADDRESS)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String month, ResidentCaller resident, Frame frame) {
        var asked = sheets.month(month);
        return pages.show(
                resident,
                ChartView.VITALS,
                "care/vitalmonth/own",
                frame,
                chart -> new OwnMonthScreen(
                        chart.person().name(),
                        ADDRESS,
                        sheets.of(chart, asked, targets.standing(resident), frame.m()),
                        asked.minusMonths(1),
                        MonthSheets.after(asked, frames.today())));
    }
}

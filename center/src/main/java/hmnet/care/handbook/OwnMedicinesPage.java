package hmnet.care.handbook;

import hmnet.care.medicines.CurrentDrugs;
import hmnet.care.medicines.CurrentTable;
import hmnet.care.viewer.ChartFrames;
import hmnet.ground.design.Frame;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The medicines that a resident takes now, and what is known of their allergies (お薬).
@Controller
class OwnMedicinesPage {
    private final OwnChartPages pages;
    private final ChartFrames frames;

    OwnMedicinesPage(OwnChartPages pages, ChartFrames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    @Rule(Right.SUBJECT_READS)
    @GetMapping("/my/medicines")
    ResponseEntity<String> show(ResidentCaller resident, Frame frame) {
        return pages.show(
                resident, ChartView.MEDICINES, "care/handbook/medicines", frame, chart -> screen(chart, frame));
    }

    private OwnMedicinesScreen screen(Chart chart, Frame frame) {
        var today = frames.today();
        return new OwnMedicinesScreen(
                today,
                CurrentDrugs.GRACE_DAYS,
                CurrentTable.of(CurrentDrugs.lastYear(chart, today), today, "", frames::name, frame.m()),
                frames.allergies(chart, frame.m()),
                pages.sources(chart, CurrentDrugs.KINDS, frame.m()));
    }
}

package hmnet.care.handbook;

import hmnet.care.medicines.CurrentDrugs;
import hmnet.care.medicines.CurrentTable;
import hmnet.care.viewer.ChartFrames;
import hmnet.care.viewer.FeedCoverage;
import hmnet.care.viewer.RangeQuery;
import hmnet.ground.design.Frame;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The medicines that a resident takes now, and what is known of their allergies (お薬).
@Controller
class OwnMedicinesPage {
    private final OwnChartPages pages;
    private final ChartFrames frames;
    private final FeedCoverage coverage;

    OwnMedicinesPage(OwnChartPages pages, ChartFrames frames, FeedCoverage coverage) {
        this.pages = pages;
        this.frames = frames;
        this.coverage = coverage;
    }

    @Rule(Right.SUBJECT_READS)
    @GetMapping("/my/medicines")
    ResponseEntity<String> show(ResidentCaller resident, Frame frame) {
        return pages.show(
                resident, ChartView.MEDICINES, "care/handbook/medicines", frame, chart -> screen(chart, frame));
    }

    private OwnMedicinesScreen screen(Chart chart, Frame frame) {
        var today = frames.today();
        var year = chart.entries(
                CurrentDrugs.KINDS,
                Optional.empty(),
                RangeQuery.since(today.minusMonths(CurrentDrugs.MONTHS_BACK)),
                CurrentDrugs.ENTRIES_MOST);
        return new OwnMedicinesScreen(
                today,
                CurrentDrugs.GRACE_DAYS,
                CurrentTable.of(year, today, "", frames::name, frame.m()),
                frames.allergies(chart, frame.m()),
                coverage.of(chart, CurrentDrugs.KINDS, frame.m()));
    }
}

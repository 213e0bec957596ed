package hmnet.care.handbook;

import hmnet.care.handbookapp.DrawnPage;
import hmnet.care.handbookapp.KeptPage;
import hmnet.care.medicines.CurrentDrugs;
import hmnet.care.medicines.CurrentTable;
import hmnet.care.viewer.ChartFrames;
import hmnet.ground.design.Frame;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.charts.Chart;
import hmnet.record.charts.ChartView;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// The medicines that a resident takes now, and what is known of their allergies (お薬).
@Controller
class OwnMedicinesPage implements KeptPage {
    private static final String ADDRESS = "/my/medicines";
    private static final String TEMPLATE = "care/handbook/medicines";

    private final OwnChartPages pages;
    private final ChartFrames frames;

    OwnMedicinesPage(OwnChartPages pages, ChartFrames frames) {
        this.pages = pages;
        this.frames = frames;
    }

    @Rule(Right.SUBJECT_READS)
    @GetMapping(ADDRESS)
    ResponseEntity<String> show(ResidentCaller resident, Frame frame) {
        return pages.show(resident, ChartView.MEDICINES, TEMPLATE, frame, chart -> screen(chart, frame));
    }

    @Override
    public int order() {
        return 1;
    }

    @Override
    public List<DrawnPage> draw(Chart chart, ResidentCaller resident, Frame frame) {
        var page = pages.drawn(TEMPLATE, screen(chart, frame), resident, frame);
        return List.of(DrawnPage.of(ADDRESS, frame.m().t("my.medicines"), page, null));
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

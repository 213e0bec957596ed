package hmnet.care.homevitals;

import hmnet.care.viewer.ChartPages;
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

/// What a resident measured at home, as a professional reads it (ひろしま健康手帳ビューワ).
@Controller
class HomeVitalsPage {
    private final ChartPages pages;
    private final HomeVitals vitals;

    HomeVitalsPage(ChartPages pages, HomeVitals vitals) {
        this.pages = pages;
        this.vitals = vitals;
    }

    @GetMapping("/people/{person}/home-vitals")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(
            @PathVariable PersonId person,
            @RequestParam(required = false) @Nullable String period,
            Requester requester,
            Frame frame) {
        return pages.show(
                requester,
                person,
                frame,
                ChartView.HOME_VITALS,
                chart -> vitals.screen(chart, HomeVitalsScreen.period(period), frame));
    }
}

package hmnet.viewer;

import hmnet.design.Frame;
import hmnet.directory.Requester;
import hmnet.identity.PersonId;
import hmnet.records.ChartView;
import hmnet.routes.Right;
import hmnet.routes.Rule;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The hospital stays of a person (統合ビューア 入退院).
@Controller
class AdmissionsPage {
    private final Disclosing disclosing;
    private final Admissions admissions;

    AdmissionsPage(Disclosing disclosing, Admissions admissions) {
        this.disclosing = disclosing;
        this.admissions = admissions;
    }

    @GetMapping("/people/{person}/admissions")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(@PathVariable PersonId person, Requester requester, Frame frame) {
        return disclosing.show(
                requester, person, frame, ChartView.ADMISSIONS, chart -> admissions.screen(chart, frame));
    }
}

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

/// The medicines of a person from all facilities (統合ビューア 薬).
@Controller
class MedicinesPage {
    private final Disclosing disclosing;
    private final Medicines medicines;

    MedicinesPage(Disclosing disclosing, Medicines medicines) {
        this.disclosing = disclosing;
        this.medicines = medicines;
    }

    @GetMapping("/people/{person}/medicines")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> show(@PathVariable PersonId person, Stretch stretch, Requester requester, Frame frame) {
        return disclosing.show(
                requester, person, frame, ChartView.MEDICINES, chart -> medicines.screen(chart, stretch, frame));
    }
}

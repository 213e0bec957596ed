package hmnet.exchange.machines;

import hmnet.exchange.callers.RegionRights;
import hmnet.exchange.callers.RegionRights.RightResult;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.ground.design.Frame;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.util.function.BiFunction;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The second operator's answer to a right over the whole region (地域全体の権利の承認).
@Controller
class RightAgreementPage {
    private final RegionRights region;
    private final Facilities facilities;
    private final MachinesView view;

    RightAgreementPage(RegionRights region, Facilities facilities, MachinesView view) {
        this.region = region;
        this.facilities = facilities;
        this.view = view;
    }

    @PostMapping("/office/machines/{code}/rights/{errand}/agreement")
    @Rule(Right.OPERATE)
    ResponseEntity<String> agree(
            @PathVariable String code, @PathVariable String errand, Requester requester, Frame frame) {
        return answer(code, errand, frame, "granted", (facility, group) -> region.agree(facility, group, requester));
    }

    @PostMapping("/office/machines/{code}/rights/{errand}/agreement/refusal")
    @Rule(Right.OPERATE)
    ResponseEntity<String> refuse(
            @PathVariable String code, @PathVariable String errand, Requester requester, Frame frame) {
        return answer(code, errand, frame, "refused", (facility, group) -> region.refuse(facility, group, requester));
    }

    private ResponseEntity<String> answer(
            String code,
            String errand,
            Frame frame,
            String done,
            BiFunction<FacilityId, TransactionGroup, RightResult> act) {
        var facility = facilities.byCode(code);
        if (facility.isEmpty() || !MachinesPage.errands().contains(errand)) {
            return view.notFound(frame);
        }
        return switch (act.apply(facility.get().id(), TransactionGroup.of(errand))) {
            case DONE -> MachinesView.back(facility.get(), done);
            case SAME_PERSON -> MachinesView.problem(facility.get(), "same-person");
            case NOTHING -> MachinesView.problem(facility.get(), "nothing");
        };
    }
}

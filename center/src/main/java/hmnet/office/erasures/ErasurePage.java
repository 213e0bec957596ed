package hmnet.office.erasures;

import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.Sure;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.erasures.ErasureScreen.AskedErasure;
import hmnet.people.patients.SealedNumbers;
import hmnet.record.vault.ErasureRequests;
import hmnet.record.vault.ErasureRequests.ErasureAnswer;
import hmnet.record.vault.ErasureRequests.ErasureRequest;
import hmnet.record.vault.ErasureTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Erasures that were asked for at the centre's machine wait here for a second officer (消去の承認).
@Controller
class ErasurePage {
    private static final String PATH = "/erasures";
    private static final Set<String> DONE = Set.of("agreed", "refused");
    private static final Set<String> PROBLEMS = Set.of("second-person", "gone");

    private final ErasureRequests requests;
    private final Facilities facilities;
    private final SealedNumbers numbers;
    private final Staff staff;
    private final Pages pages;

    ErasurePage(ErasureRequests requests, Facilities facilities, SealedNumbers numbers, Staff staff, Pages pages) {
        this.requests = requests;
        this.facilities = facilities;
        this.numbers = numbers;
        this.staff = staff;
        this.pages = pages;
    }

    @GetMapping("/erasures")
    @Rule(Right.OPERATE)
    @MenuPlace(text = "menu.erasures", icon = "lock", group = MenuGroup.NETWORK, order = 85)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String problem,
            Requester by,
            Frame frame) {
        var screen = new ErasureScreen(
                problem != null && PROBLEMS.contains(problem) ? problem : null,
                done != null && DONE.contains(done) ? done : null,
                requests.waiting().stream().map(one -> asked(one, by)).toList());
        return Pages.answer(HttpStatus.OK, pages.render("office/erasures/erasures", frame, Map.of("page", screen)));
    }

    /// What will happen, looked at before it does.
    @PostMapping("/erasures/{code}/{part}/agreement/look")
    @Rule(Right.OPERATE)
    ResponseEntity<String> look(@PathVariable String code, @PathVariable String part, Requester by, Frame frame) {
        return target(code, part)
                .flatMap(requests::waiting)
                .map(one -> asked(one, by))
                .map(one -> {
                    var m = frame.m();
                    var sure = new Sure(
                            m.t("erasures.agree"),
                            List.of(one.facility(), words(one, frame)),
                            Stream.concat(one.counted(m).stream(), Stream.of(m.t("erasures.effect")))
                                    .toList(),
                            one.path() + "/agreement",
                            Map.of(),
                            m.t("erasures.agree"),
                            PATH);
                    return pages.sure(sure, frame);
                })
                .orElseGet(() -> pages.notFound(frame));
    }

    @PostMapping("/erasures/{code}/{part}/agreement")
    @Rule(Right.OPERATE)
    ResponseEntity<String> agree(@PathVariable String code, @PathVariable String part, Requester by, Frame frame) {
        return target(code, part)
                .map(target -> to(requests.agree(target, by), "agreed"))
                .orElseGet(() -> pages.notFound(frame));
    }

    @PostMapping("/erasures/{code}/{part}/agreement/refusal")
    @Rule(Right.OPERATE)
    ResponseEntity<String> refuse(@PathVariable String code, @PathVariable String part, Requester by, Frame frame) {
        return target(code, part)
                .map(target -> to(requests.refuse(target, by), "refused"))
                .orElseGet(() -> pages.notFound(frame));
    }

    /// @param part `all`, or a sealed chart number
    private Optional<ErasureTarget> target(String code, String part) {
        return facilities.byCode(code).flatMap(facility -> ErasureTarget.of(facility.id(), part));
    }

    private static ResponseEntity<String> to(ErasureAnswer answer, String done) {
        return Pages.seeOther(PATH
                + switch (answer) {
                    case DONE -> "?done=" + done;
                    case SECOND_PERSON -> "?problem=second-person";
                    case GONE -> "?problem=gone";
                });
    }

    private static String words(AskedErasure one, Frame frame) {
        return one.chart() == null ? frame.m().t("erasures.all") : frame.m().t("erasures.chart", one.chart());
    }

    private AskedErasure asked(ErasureRequest one, Requester by) {
        var facility = facilities.get(one.target().facility());
        var asker = StaffId.of(one.approval().by());
        return new AskedErasure(
                facility.name(),
                facility.code(),
                PATH + "/" + facility.code() + "/" + one.target().part(),
                one.target().number(numbers).orElse(null),
                one.plan(),
                one.approval().why(),
                staff.names(List.of(asker)).getOrDefault(asker, ""),
                one.approval().at(),
                one.approval().by().equals(by.actor()));
    }
}

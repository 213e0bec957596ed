package hmnet.exchange.machines;

import hmnet.exchange.callers.Callers;
import hmnet.exchange.callers.RegionRights;
import hmnet.exchange.callers.Scope;
import hmnet.exchange.callers.TransactionGroup;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a facility's machines may ask and tell (外部連携の権利). Scope `region` takes two operators.
@Controller
class MachinesPage {
    private final Callers callers;
    private final RegionRights region;
    private final Facilities facilities;
    private final MachinesView view;

    MachinesPage(Callers callers, RegionRights region, Facilities facilities, MachinesView view) {
        this.callers = callers;
        this.region = region;
        this.facilities = facilities;
        this.view = view;
    }

    @GetMapping("/office/machines")
    @Rule(Right.OPERATE)
    @MenuPlace(text = "menu.machines", icon = "desk", group = MenuGroup.NETWORK, order = 20)
    ResponseEntity<String> all(@RequestParam(required = false) @Nullable String facility, Frame frame) {
        if (facility != null) {
            return facilities
                    .byCode(facility)
                    .map(MachinesView::to)
                    .orElseGet(() -> view.all(new TypedForm(Map.of(), Map.of("facility", "facility")), frame));
        }
        return view.all(TypedForm.NOTHING, frame);
    }

    @GetMapping("/office/machines/{code}")
    @Rule(Right.OPERATE)
    ResponseEntity<String> show(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String done,
            @RequestParam(required = false) @Nullable String problem,
            Requester requester,
            Frame frame) {
        return facilities
                .byCode(code)
                .map(facility -> view.one(facility, done, problem, requester, frame))
                .orElseGet(() -> view.notFound(frame));
    }

    @PostMapping("/office/machines/{code}/rights")
    @Rule(Right.OPERATE)
    ResponseEntity<String> grant(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String errand,
            @RequestParam(defaultValue = "") String scope,
            Requester requester,
            Frame frame) {
        var facility = facilities.byCode(code);
        if (facility.isEmpty()) {
            return view.notFound(frame);
        }
        var problems = new TreeMap<String, String>();
        if (!errands().contains(errand)) {
            problems.put("errand", "errand");
        }
        if (!scopes().contains(scope)) {
            problems.put("scope", "scope");
        }
        if (!problems.isEmpty()) {
            var typed = new TypedForm(Map.of("errand", errand, "scope", scope), problems);
            return view.one(facility.get(), typed, requester, frame);
        }
        return granted(facility.get(), TransactionGroup.of(errand), Scope.of(scope), requester);
    }

    private ResponseEntity<String> granted(
            Facility facility, TransactionGroup transactionGroup, Scope scope, Requester requester) {
        return switch (scope) {
            case OWN -> {
                callers.grant(facility.id(), transactionGroup, scope, requester.actor());
                yield MachinesView.back(facility, "granted");
            }
            case REGION -> {
                region.ask(facility.id(), transactionGroup, requester);
                yield MachinesView.back(facility, "asked");
            }
        };
    }

    @PostMapping("/office/machines/{code}/rights/{errand}/withdrawal")
    @Rule(Right.OPERATE)
    ResponseEntity<String> withdraw(
            @PathVariable String code, @PathVariable String errand, Requester requester, Frame frame) {
        var facility = facilities.byCode(code);
        if (facility.isEmpty() || !errands().contains(errand)) {
            return view.notFound(frame);
        }
        callers.withdraw(facility.get().id(), TransactionGroup.of(errand), requester.actor());
        return MachinesView.back(facility.get(), "withdrawn");
    }

    static List<String> errands() {
        return Arrays.stream(TransactionGroup.values())
                .map(TransactionGroup::word)
                .toList();
    }

    private static List<String> scopes() {
        return Arrays.stream(Scope.values()).map(Scope::word).toList();
    }
}

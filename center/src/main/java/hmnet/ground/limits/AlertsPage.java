package hmnet.ground.limits;

import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.ground.limits.AlertsScreen.AlertLine;
import hmnet.ground.limits.ReadingAlerts.ReadingAlert;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Who read or asked more than is usual (閲覧・照会の警報): for the office, and for a facility's desk about its own.
@Controller
class AlertsPage {
    static final String PATH = "/alerts";
    private static final int WHY_MAX = 400;
    private static final Set<String> DONE = Set.of(AlertEnd.CLOSED.word(), AlertEnd.LIFTED.word());

    private final ReadingAlerts alerts;
    private final Staff staff;
    private final Facilities facilities;
    private final Pages pages;

    AlertsPage(ReadingAlerts alerts, Staff staff, Facilities facilities, Pages pages) {
        this.alerts = alerts;
        this.staff = staff;
        this.facilities = facilities;
        this.pages = pages;
    }

    /// What is done with an alert.
    private enum AlertEnd {
        CLOSED,
        LIFTED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @GetMapping(PATH)
    @Rule(Right.ALERTS)
    @MenuPlace(text = "menu.alerts", icon = "warn", group = MenuGroup.NETWORK, order = 55)
    ResponseEntity<String> show(@RequestParam(defaultValue = "") String done, Requester requester, Frame frame) {
        return page(HttpStatus.OK, null, Pages.known(DONE, done), requester, frame);
    }

    @PostMapping("/alerts/{id}/conclusion")
    @Rule(Right.ALERTS)
    ResponseEntity<String> close(
            @PathVariable long id, @RequestParam(defaultValue = "") String why, Requester requester, Frame frame) {
        return end(id, why, AlertEnd.CLOSED, requester, frame);
    }

    @PostMapping("/alerts/{id}/lift")
    @Rule(Right.OFFICE)
    ResponseEntity<String> lift(
            @PathVariable long id, @RequestParam(defaultValue = "") String why, Requester requester, Frame frame) {
        return end(id, why, AlertEnd.LIFTED, requester, frame);
    }

    private ResponseEntity<String> end(long id, String why, AlertEnd end, Requester requester, Frame frame) {
        if (alerts.closable(id, requester).isEmpty()) {
            return page(HttpStatus.NOT_FOUND, "gone", null, requester, frame);
        }
        if (why.isBlank() || why.length() > WHY_MAX) {
            var typed = new TypedForm(Map.of(field(id), why), Map.of(field(id), "why"));
            return page(HttpStatus.UNPROCESSABLE_CONTENT, null, null, typed, requester, frame);
        }
        var done = switch (end) {
            case CLOSED -> alerts.close(id, why, requester);
            case LIFTED -> alerts.lift(id, why, requester);
        };
        return done
                ? Pages.seeOther(PATH + "?done=" + end.word())
                : page(HttpStatus.NOT_FOUND, "gone", null, requester, frame);
    }

    /// Each alert has a field of its own for what was found out.
    static String field(long alert) {
        return "why-" + alert;
    }

    private ResponseEntity<String> page(
            HttpStatus status, @Nullable String problem, @Nullable String done, Requester requester, Frame frame) {
        return page(status, problem, done, TypedForm.NOTHING, requester, frame);
    }

    private ResponseEntity<String> page(
            HttpStatus status,
            @Nullable String problem,
            @Nullable String done,
            TypedForm typed,
            Requester requester,
            Frame frame) {
        var all = alerts.of(requester);
        var people = new HashSet<StaffId>();
        for (var alert : all) {
            if (alert.staff() != null) {
                people.add(alert.staff());
            }
            if (alert.closedBy() != null) {
                people.add(alert.closedBy());
            }
        }
        var names = staff.names(people);
        var lines = all.stream().map(alert -> line(alert, names, requester)).toList();
        var screen = new AlertsScreen(
                lines.stream().filter(line -> line.closedAt() == null).toList(),
                lines.stream().filter(line -> line.closedAt() != null).toList(),
                problem,
                done,
                typed);
        return Pages.answer(status, pages.render("ground/limits/alerts", frame, Map.of("page", screen)));
    }

    private AlertLine line(ReadingAlert alert, Map<StaffId, String> names, Requester requester) {
        return new AlertLine(
                alert.id(),
                alert.measure().word(),
                alert.staff() == null ? null : names.get(alert.staff()),
                facilities.get(alert.facility()).name(),
                alert.amount(),
                alert.refused(),
                alert.beganAt(),
                alert.lastAt(),
                !requester.staff().equals(alert.staff()),
                alert.isLiftable(requester),
                alert.closedBy() == null ? null : names.get(alert.closedBy()),
                alert.closedAt(),
                alert.why(),
                alert.lifted());
    }
}

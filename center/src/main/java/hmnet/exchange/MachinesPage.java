package hmnet.exchange;

import hmnet.audit.Action;
import hmnet.audit.Audit;
import hmnet.audit.Trace;
import hmnet.design.Frame;
import hmnet.design.Pages;
import hmnet.directory.Facilities;
import hmnet.directory.Facility;
import hmnet.directory.FacilityId;
import hmnet.directory.Requester;
import hmnet.directory.Staff;
import hmnet.directory.StaffId;
import hmnet.exchange.MachinesScreen.Choice;
import hmnet.exchange.MachinesScreen.Hearing;
import hmnet.exchange.MachinesScreen.Line;
import hmnet.exchange.MachinesScreen.One;
import hmnet.routes.Right;
import hmnet.routes.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// What a facility's machine may ask and tell, under which names it sends, and who hears of changed numbers
/// (外部連携の権利).
@Controller
class MachinesPage {
    private static final Set<String> DONE = Set.of("granted", "withdrawn", "named", "unnamed", "hears", "silent");
    private static final String OID = "[0-2](\\.(0|[1-9]\\d{0,38})){1,20}";

    private final Callers callers;
    private final SenderNames names;
    private final Subscribers subscribers;
    private final Facilities facilities;
    private final Staff staff;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Pages pages;

    MachinesPage(
            Callers callers,
            SenderNames names,
            Subscribers subscribers,
            Facilities facilities,
            Staff staff,
            Audit audit,
            TransactionTemplate transaction,
            Pages pages) {
        this.callers = callers;
        this.names = names;
        this.subscribers = subscribers;
        this.facilities = facilities;
        this.staff = staff;
        this.audit = audit;
        this.transaction = transaction;
        this.pages = pages;
    }

    @GetMapping("/office/machines")
    @Rule(Right.OPERATE)
    ResponseEntity<String> all(@RequestParam(required = false) @Nullable String facility, Frame frame) {
        if (facility != null) {
            return facilities.byCode(facility).isPresent()
                    ? to("/office/machines/" + facility)
                    : page("facility", null, null, frame);
        }
        return page(null, null, null, frame);
    }

    @GetMapping("/office/machines/{code}")
    @Rule(Right.OPERATE)
    ResponseEntity<String> show(
            @PathVariable String code, @RequestParam(required = false) @Nullable String done, Frame frame) {
        return facilities
                .byCode(code)
                .map(facility -> page(null, done != null && DONE.contains(done) ? done : null, facility, frame))
                .orElseGet(() -> pages.notFound(frame));
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
            return pages.notFound(frame);
        }
        if (!errands().contains(errand) || !scopes().contains(scope)) {
            return page("right", null, facility.get(), frame);
        }
        callers.grant(facility.get().id(), Errand.of(errand), Scope.of(scope), who(requester));
        return back(facility.get(), "granted");
    }

    @PostMapping("/office/machines/{code}/rights/{errand}/withdrawal")
    @Rule(Right.OPERATE)
    ResponseEntity<String> withdraw(
            @PathVariable String code, @PathVariable String errand, Requester requester, Frame frame) {
        var facility = facilities.byCode(code);
        if (facility.isEmpty() || !errands().contains(errand)) {
            return pages.notFound(frame);
        }
        callers.withdraw(facility.get().id(), Errand.of(errand), who(requester));
        return back(facility.get(), "withdrawn");
    }

    @PostMapping("/office/machines/{code}/names")
    @Rule(Right.OPERATE)
    ResponseEntity<String> name(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String application,
            @RequestParam String name,
            Requester requester,
            Frame frame) {
        var facility = facilities.byCode(code);
        if (facility.isEmpty()) {
            return pages.notFound(frame);
        }
        if (!word(name) || !application.isBlank() && !word(application)) {
            return page("name", null, facility.get(), frame);
        }
        var sent = Map.of("application", application.strip(), "name", name.strip());
        transaction.executeWithoutResult(status -> {
            names.register(facility.get().id(), application.strip(), name.strip());
            tell("named", facility.get(), sent, requester);
        });
        return back(facility.get(), "named");
    }

    @PostMapping("/office/machines/{code}/names/removal")
    @Rule(Right.OPERATE)
    ResponseEntity<String> unname(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String application,
            @RequestParam String name,
            Requester requester,
            Frame frame) {
        var facility = facilities.byCode(code);
        if (facility.isEmpty()) {
            return pages.notFound(frame);
        }
        transaction.executeWithoutResult(status -> {
            if (names.remove(facility.get().id(), application, name)) {
                tell("unnamed", facility.get(), Map.of("application", application, "name", name), requester);
            }
        });
        return back(facility.get(), "unnamed");
    }

    /// Enters where the facility hears of changed numbers, or switches it off; what waits for it then is
    /// dropped.
    @PostMapping("/office/machines/{code}/hearing")
    @Rule(Right.OPERATE)
    ResponseEntity<String> hearing(
            @PathVariable String code,
            @RequestParam String host,
            @RequestParam(defaultValue = "0") int port,
            @RequestParam(defaultValue = "") String path,
            @RequestParam String application,
            @RequestParam String name,
            @RequestParam(defaultValue = "") String domains,
            @RequestParam(defaultValue = "false") boolean active,
            Requester requester,
            Frame frame) {
        var facility = facilities.byCode(code);
        if (facility.isEmpty()) {
            return pages.notFound(frame);
        }
        var wanted = Arrays.stream(domains.split("[\\s,、]+"))
                .filter(domain -> !domain.isEmpty())
                .toList();
        if (!host.matches("[A-Za-z0-9.-]{1,253}")
                || port < 1
                || port > 65_535
                || !path.strip().matches("(/[A-Za-z0-9._~/-]{0,200})?")
                || !word(application)
                || !word(name)
                || wanted.size() > 50
                || !wanted.stream().allMatch(domain -> domain.matches(OID))) {
            return page("hearing", null, facility.get(), frame);
        }
        var to = new Subscriber(
                facility.get().id(), host, port, path.strip(), application.strip(), name.strip(), wanted, active);
        var done = active ? "hears" : "silent";
        transaction.executeWithoutResult(status -> {
            subscribers.enter(to);
            tell(done, facility.get(), Map.of("host", host, "port", Integer.toString(port)), requester);
        });
        return back(facility.get(), done);
    }

    /// What an HL7 field can hold without an escape.
    private static boolean word(String text) {
        return text.strip().matches("[^|^~\\\\&\\p{Cntrl}]{1,60}");
    }

    static List<String> errands() {
        return Arrays.stream(Errand.values()).map(Errand::word).toList();
    }

    static List<String> scopes() {
        return Arrays.stream(Scope.values()).map(Scope::word).toList();
    }

    private static String who(Requester requester) {
        return "staff:" + requester.staff().value();
    }

    private void tell(String outcome, Facility about, Map<String, String> detail, Requester by) {
        audit.write(new Trace(
                Action.EXCHANGE_CHANGED,
                who(by),
                about.id().value(),
                by.profession().word(),
                null,
                "",
                outcome,
                new TreeMap<>(detail)));
    }

    private ResponseEntity<String> page(
            @Nullable String problem, @Nullable String done, @Nullable Facility chosen, Frame frame) {
        var held = callers.held();
        var screen = new MachinesScreen(
                problem,
                done,
                chosen == null ? lines(held) : List.of(),
                chosen == null
                        ? facilities.all().stream()
                                .map(facility -> new Choice(facility.code(), facility.name()))
                                .toList()
                        : List.of(),
                chosen == null ? null : one(chosen, held.getOrDefault(chosen.id(), List.of())));
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("exchange/machines", frame, Map.of("page", screen)));
    }

    private List<Line> lines(Map<FacilityId, List<Callers.Held>> held) {
        var hearing = subscribers.entered().stream()
                .filter(Subscriber::active)
                .map(Subscriber::facility)
                .toList();
        var concerned = new TreeSet<FacilityId>((a, b) -> Long.compare(a.value(), b.value()));
        concerned.addAll(held.keySet());
        concerned.addAll(names.facilities());
        concerned.addAll(hearing);
        return concerned.stream()
                .map(id -> {
                    var facility = facilities.get(id);
                    return new Line(
                            facility.code(),
                            facility.name(),
                            held.getOrDefault(id, List.of()).stream()
                                    .map(right -> right.errand().word() + "."
                                            + right.scope().word())
                                    .toList(),
                            hearing.contains(id),
                            subscribers.waiting(id).charts());
                })
                .toList();
    }

    private One one(Facility facility, List<Callers.Held> rights) {
        return new One(
                facility.code(),
                facility.name(),
                rights.stream()
                        .map(right -> new MachinesScreen.Right(
                                right.errand().word(), right.scope().word(), right.since(), name(right.by())))
                        .toList(),
                names.of(facility.id()),
                subscribers.entered().stream()
                        .filter(one -> one.facility().equals(facility.id()))
                        .map(one -> new Hearing(
                                one.host(),
                                one.port(),
                                one.path(),
                                one.application(),
                                one.name(),
                                String.join(" ", one.domains()),
                                one.active()))
                        .findFirst()
                        .orElse(null),
                subscribers.waiting(facility.id()));
    }

    private String name(String by) {
        if (!by.matches("staff:\\d{1,18}")) {
            return "";
        }
        var id = new StaffId(Long.parseLong(by.substring("staff:".length())));
        return Optional.ofNullable(staff.names(List.of(id)).get(id)).orElse("");
    }

    private static ResponseEntity<String> back(Facility facility, String done) {
        return to("/office/machines/" + facility.code() + "?done=" + done);
    }

    private static ResponseEntity<String> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }
}

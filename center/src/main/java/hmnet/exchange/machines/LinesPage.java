package hmnet.exchange.machines;

import hmnet.exchange.callers.SenderNames;
import hmnet.exchange.updates.Subscribers;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Frame;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Under which names a facility's machines send, and where they hear of changed numbers (送信元の名と通知先).
@Controller
class LinesPage {
    private final SenderNames names;
    private final Subscribers subscribers;
    private final Facilities facilities;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final MachinesView view;

    LinesPage(
            SenderNames names,
            Subscribers subscribers,
            Facilities facilities,
            Audit audit,
            TransactionTemplate transaction,
            MachinesView view) {
        this.names = names;
        this.subscribers = subscribers;
        this.facilities = facilities;
        this.audit = audit;
        this.transaction = transaction;
        this.view = view;
    }

    @PostMapping("/office/machines/{code}/names")
    @Rule(Right.OPERATE)
    ResponseEntity<String> name(
            @PathVariable String code,
            @RequestParam(name = "sender-application", defaultValue = "") String application,
            @RequestParam(name = "sender", defaultValue = "") String sender,
            Requester requester,
            Frame frame) {
        var facility = facilities.byCode(code);
        if (facility.isEmpty()) {
            return view.notFound(frame);
        }
        var sent = Map.of("application", application.strip(), "name", sender.strip());
        var problems = new TreeMap<String, String>();
        if (!TypedLine.isWord(sender.strip())) {
            problems.put("sender", "word");
        }
        if (!application.isBlank() && !TypedLine.isWord(application.strip())) {
            problems.put("sender-application", "word");
        }
        if (!problems.isEmpty()) {
            var typed = new TypedForm(Map.of("sender", sender, "sender-application", application), problems);
            return view.one(facility.get(), typed, requester, frame);
        }
        transaction.executeWithoutResult(status -> {
            names.register(facility.get().id(), application.strip(), sender.strip());
            tell("named", facility.get(), sent, requester);
        });
        return MachinesView.back(facility.get(), "named");
    }

    @PostMapping("/office/machines/{code}/names/removal")
    @Rule(Right.OPERATE)
    ResponseEntity<String> unname(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String application,
            @RequestParam(defaultValue = "") String name,
            Requester requester,
            Frame frame) {
        var facility = facilities.byCode(code);
        if (facility.isEmpty()) {
            return view.notFound(frame);
        }
        transaction.executeWithoutResult(status -> {
            if (names.remove(facility.get().id(), application, name)) {
                tell("unnamed", facility.get(), Map.of("application", application, "name", name), requester);
            }
        });
        return MachinesView.back(facility.get(), "unnamed");
    }

    /// Enters where the facility hears of changed numbers.
    @PostMapping("/office/machines/{code}/hearing")
    @Rule(Right.OPERATE)
    ResponseEntity<String> hearing(
            @PathVariable String code,
            @RequestParam(defaultValue = "") String host,
            @RequestParam(defaultValue = "") String port,
            @RequestParam(defaultValue = "") String path,
            @RequestParam(defaultValue = "") String application,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String domains,
            Requester requester,
            Frame frame) {
        var facility = facilities.byCode(code);
        if (facility.isEmpty()) {
            return view.notFound(frame);
        }
        var line = new TypedLine(host, port, path, application, name, domains);
        var problems = line.problems();
        if (!problems.isEmpty()) {
            return view.one(facility.get(), new TypedForm(line.values(), problems), requester, frame);
        }
        transaction.executeWithoutResult(status -> {
            subscribers.enter(line.subscriber(facility.get().id()));
            tell("hears", facility.get(), line.values(), requester);
        });
        return MachinesView.back(facility.get(), "hears");
    }

    /// It hears nothing from now on, and what waits for it is dropped.
    @PostMapping("/office/machines/{code}/hearing/end")
    @Rule(Right.OPERATE)
    ResponseEntity<String> silence(@PathVariable String code, Requester requester, Frame frame) {
        var facility = facilities.byCode(code);
        if (facility.isEmpty()) {
            return view.notFound(frame);
        }
        transaction.executeWithoutResult(status -> {
            if (subscribers.silence(facility.get().id())) {
                tell("silent", facility.get(), Map.of(), requester);
            }
        });
        return MachinesView.back(facility.get(), "silent");
    }

    private void tell(String outcome, Facility about, Map<String, String> detail, Requester by) {
        audit.write(
                by.did(Action.EXCHANGE_CHANGED, outcome).at(about.id().value()).with(detail));
    }
}

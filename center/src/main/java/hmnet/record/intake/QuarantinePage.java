package hmnet.record.intake;

import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Messages;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.record.inbox.Quarantine;
import hmnet.record.inbox.Quarantine.HeldCount;
import hmnet.record.inbox.Quarantine.QuarantinedFile;
import hmnet.record.intake.QuarantineScreen.Again;
import hmnet.record.intake.QuarantineScreen.QuarantineLine;
import hmnet.record.intake.QuarantineScreen.Sender;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The quarantine desk (隔離ファイルの窓口): what could not be read, by facility, with the phone number and
/// the sentence to say.
@Controller
class QuarantinePage {
    private static final Set<String> DONE = Set.of("retried", "discarded");
    private final Quarantine quarantine;
    private final Facilities facilities;
    private final Pages pages;

    QuarantinePage(Quarantine quarantine, Facilities facilities, Pages pages) {
        this.quarantine = quarantine;
        this.facilities = facilities;
        this.pages = pages;
    }

    @GetMapping("/intake/quarantine")
    @Rule(Right.OPERATE)
    @MenuPlace(text = "menu.quarantine", icon = "warn", group = MenuGroup.DATA, order = 20)
    ResponseEntity<String> show(@RequestParam(required = false) @Nullable String done, Frame frame) {
        var screen = new QuarantineScreen(
                Pages.known(DONE, done), quarantine.waiting(), quarantine.unexamined(), senders(frame.m()));
        return Pages.answer(HttpStatus.OK, pages.render("record/intake/quarantine", frame, Map.of("page", screen)));
    }

    @PostMapping("/intake/quarantine/{id}/retry")
    @Rule(Right.OPERATE)
    ResponseEntity<String> retry(@PathVariable long id, Requester requester) {
        quarantine.retry(id, requester);
        return back("retried");
    }

    /// Reads everything again that a facility's files are held for, once the reason is gone.
    @PostMapping("/intake/quarantine/retry")
    @Rule(Right.OPERATE)
    ResponseEntity<String> retryAll(
            @RequestParam(defaultValue = "0") long facility,
            @RequestParam(defaultValue = "") String reason,
            Requester requester) {
        quarantine.retryAll(new FacilityId(facility), reason, requester);
        return back("retried");
    }

    @PostMapping("/intake/quarantine/{id}/discard")
    @Rule(Right.OPERATE)
    ResponseEntity<String> discard(@PathVariable long id, Requester requester) {
        quarantine.discard(id, requester);
        return back("discarded");
    }

    private List<Sender> senders(Messages m) {
        var counts = quarantine.counts().stream()
                .collect(Collectors.groupingBy(HeldCount::facility, LinkedHashMap::new, Collectors.toList()));
        var newest = quarantine.held().stream().collect(Collectors.groupingBy(QuarantinedFile::facility));
        return counts.entrySet().stream()
                .map(entry ->
                        sender(entry.getKey(), entry.getValue(), newest.getOrDefault(entry.getKey(), List.of()), m))
                .toList();
    }

    private Sender sender(FacilityId id, List<HeldCount> counts, List<QuarantinedFile> newest, Messages m) {
        var facility = facilities.get(id);
        return new Sender(
                id.value(),
                facility.name(),
                facility.code(),
                facility.phone(),
                counts.stream().mapToLong(HeldCount::files).sum(),
                newest.stream().map(file -> held(file, m)).toList(),
                counts.stream()
                        .filter(reason -> reason.files() > 1)
                        .map(reason ->
                                new Again(reason.reason(), Reasons.words(reason.reason(), "", m), reason.files()))
                        .toList());
    }

    private static QuarantineLine held(QuarantinedFile file, Messages m) {
        return new QuarantineLine(
                Long.toString(file.id()),
                file.path(),
                file.receivedAt(),
                file.size(),
                Reasons.words(file.reason(), file.detail(), m),
                Reasons.say(file.reason(), file.detail(), m));
    }

    private static ResponseEntity<String> back(String done) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, "/intake/quarantine?done=" + done)
                .build();
    }
}

package hmnet.consent.subjectrequests;

import hmnet.consent.mypages.OwnWhoses;
import hmnet.consent.subjectrequests.OwnRequestsScreen.OwnRequest;
import hmnet.consent.subjectrequests.RequestDeskScreen.HolderChoice;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where a resident asks for disclosure, correction or an end of use, and reads the answer (わたしの請求).
@Controller
class OwnRequestsPage {
    private static final String PATH = "/my/requests";
    private static final Set<String> TOLD = Set.of("received", "withdrawn");

    private final SubjectRequests requests;
    private final Facilities facilities;
    private final OwnWhoses whoses;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Pages pages;

    OwnRequestsPage(
            SubjectRequests requests,
            Facilities facilities,
            OwnWhoses whoses,
            Audit audit,
            TransactionOperations transaction,
            Pages pages) {
        this.requests = requests;
        this.facilities = facilities;
        this.whoses = whoses;
        this.audit = audit;
        this.transaction = transaction;
        this.pages = pages;
    }

    @Rule(Right.SUBJECT_DECIDES)
    @GetMapping(PATH)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String told, ResidentCaller resident, Frame frame) {
        return page(Pages.known(TOLD, told), TypedForm.NOTHING, resident, frame);
    }

    /// @param holder a facility's number, or `office`
    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping(PATH)
    ResponseEntity<String> make(
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String holder,
            @RequestParam(defaultValue = "") String words,
            ResidentCaller resident,
            Frame frame) {
        var asked = RequestKind.of(kind);
        var problems = new HashMap<String, String>();
        if (asked.isEmpty()) {
            problems.put("kind", "kind");
        }
        if (choices(resident, frame).stream().noneMatch(choice -> choice.value().equals(holder))) {
            problems.put("holder", "holder");
        }
        if (!TakenForm.isWords(words)) {
            problems.put("words", "words");
        }
        var to = holder.equals(OwnRequestsScreen.OFFICE) || !problems.isEmpty()
                ? null
                : new FacilityId(Long.parseLong(holder));
        if (problems.isEmpty()
                && requests.make(asked.orElseThrow(), to, words.strip(), resident)
                        .isEmpty()) {
            problems.put("kind", "many");
        }
        if (problems.isEmpty()) {
            return Pages.seeOther("/my/requests?told=received");
        }
        var typed = Map.of("kind", kind, "holder", holder, "words", words);
        return page(null, new TypedForm(typed, problems), resident, frame);
    }

    @Rule(Right.SUBJECT_DECIDES)
    @PostMapping("/my/requests/{id}/withdrawal")
    ResponseEntity<String> withdraw(@PathVariable UUID id, ResidentCaller resident, Frame frame) {
        return requests.withdraw(id, resident)
                ? Pages.seeOther("/my/requests?told=withdrawn")
                : pages.notFound(frame.ofResident());
    }

    private List<HolderChoice> choices(ResidentCaller resident, Frame frame) {
        var choices = new ArrayList<HolderChoice>();
        requests.holders(resident)
                .forEach(facility -> choices.add(new HolderChoice(
                        Long.toString(facility.value()),
                        facilities.get(facility).name())));
        choices.add(new HolderChoice(OwnRequestsScreen.OFFICE, frame.m().t("requests.holder.office")));
        return List.copyOf(choices);
    }

    private ResponseEntity<String> page(@Nullable String told, TypedForm form, ResidentCaller resident, Frame frame) {
        var lines = Objects.requireNonNull(transaction.execute(status -> {
            audit.write(resident.did(Action.OWN_PAGE_SHOWN, "shown").with("page", "requests"));
            return requests.seen(resident);
        }));
        var screen = new OwnRequestsScreen(
                told, lines.stream().map(one -> line(one, frame)).toList(), choices(resident, frame), form);
        return Pages.answer(
                form.isBad() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                pages.render(
                        "consent/subjectrequests/own",
                        frame.ofResident(),
                        Map.of("page", screen, "whose", whoses.of(resident))));
    }

    private OwnRequest line(SubjectRequest one, Frame frame) {
        var holder = one.holder();
        return new OwnRequest(
                one,
                holder == null
                        ? frame.m().t("requests.holder.office")
                        : facilities.get(holder).name());
    }
}

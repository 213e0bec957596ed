package hmnet.consent.subjectrequests;

import hmnet.consent.protection.Protections;
import hmnet.consent.subjectrequests.RequestDeskScreen.HolderChoice;
import hmnet.consent.subjectrequests.SubjectRequest.RequestAnswer;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/// One request, where whoever holds the records reads and answers it (開示等の請求への回答).
@Controller
class RequestPage {
    private static final Set<String> TOLD = Set.of("extended");

    private final SubjectRequests requests;
    private final Protections protections;
    private final Persons persons;
    private final Facilities facilities;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Pages pages;

    RequestPage(
            SubjectRequests requests,
            Protections protections,
            Persons persons,
            Facilities facilities,
            Audit audit,
            TransactionOperations transaction,
            Pages pages) {
        this.requests = requests;
        this.protections = protections;
        this.persons = persons;
        this.facilities = facilities;
        this.audit = audit;
        this.transaction = transaction;
        this.pages = pages;
    }

    @GetMapping("/requests/{id}")
    @Rule(Right.REQUESTS)
    ResponseEntity<String> show(
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String told,
            Requester requester,
            Frame frame) {
        return page(id, Pages.known(TOLD, told), TypedForm.NOTHING, requester, frame);
    }

    /// It takes longer; the person is told why.
    @PostMapping("/requests/{id}/extension")
    @Rule(Right.REQUESTS)
    ResponseEntity<String> extend(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String why, Requester requester, Frame frame) {
        if (!TakenForm.isWords(why)) {
            return page(id, null, new TypedForm(Map.of("why", why), Map.of("why", "words")), requester, frame);
        }
        return mayRead(id, requester).isPresent() && requests.extend(id, why.strip(), requester)
                ? Pages.seeOther("/requests/" + id + "?told=extended")
                : pages.notFound(frame);
    }

    /// It is another's to answer: an empty holder is the office.
    @PostMapping("/requests/{id}/forwarding")
    @Rule(Right.REQUESTS)
    ResponseEntity<String> forward(
            @PathVariable UUID id, @RequestParam(defaultValue = "") String holder, Requester requester, Frame frame) {
        var to = holder.matches("[0-9]{1,18}") ? new FacilityId(Long.parseLong(holder)) : null;
        return (holder.isEmpty() || to != null)
                        && mayRead(id, requester).isPresent()
                        && requests.forward(id, to, requester)
                ? Pages.seeOther("/requests?told=forwarded")
                : pages.notFound(frame);
    }

    @PostMapping("/requests/{id}/answer")
    @Rule(Right.REQUESTS)
    ResponseEntity<String> answer(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String outcome,
            @RequestParam(defaultValue = "") String ground,
            @RequestParam(defaultValue = "") String words,
            Requester requester,
            Frame frame) {
        var said = RequestOutcome.answer(outcome);
        var because = RefusalGround.of(ground);
        var problems = new HashMap<String, String>();
        if (said.isEmpty()) {
            problems.put("outcome", "outcome");
        } else if (said.get().needsGround() && because.isEmpty()) {
            problems.put("ground", "ground");
        }
        if (!TakenForm.isWords(words)) {
            problems.put("words", "words");
        }
        if (!problems.isEmpty()) {
            var typed = Map.of("outcome", outcome, "ground", ground, "words", words);
            return page(id, null, new TypedForm(typed, problems), requester, frame);
        }
        var answer = new RequestAnswer(
                said.orElseThrow(), said.get().needsGround() ? because.orElse(null) : null, words.strip());
        return mayRead(id, requester).isPresent() && requests.answer(id, answer, requester)
                ? Pages.seeOther("/requests?told=answered")
                : pages.notFound(frame);
    }

    /// One that this desk answers, of a person from whom it is not shut out.
    private Optional<SubjectRequest> mayRead(UUID id, Requester requester) {
        return requests.find(id, requester).filter(one -> !protections.keeps(requester, one.person()));
    }

    private ResponseEntity<String> page(
            UUID id, @Nullable String told, TypedForm form, Requester requester, Frame frame) {
        var one = mayRead(id, requester);
        var person = one.flatMap(request -> persons.find(request.person()));
        if (one.isEmpty() || person.isEmpty()) {
            return pages.notFound(frame);
        }
        transaction.executeWithoutResult(status -> audit.write(requester.did(
                Action.SUBJECT_REQUESTS_SHOWN, one.get().person().value(), "shown", Map.of("request", id.toString()))));
        return Pages.answer(
                form.isBad() ? HttpStatus.UNPROCESSABLE_CONTENT : HttpStatus.OK,
                pages.render(
                        "consent/subjectrequests/request",
                        frame,
                        Map.of("page", screen(one.get(), person.get(), told, form, requester, frame))));
    }

    private RequestScreen screen(
            SubjectRequest one,
            Person person,
            @Nullable String told,
            TypedForm form,
            Requester requester,
            Frame frame) {
        var holder = one.holder();
        var elsewhere = new ArrayList<HolderChoice>();
        if (holder != null) {
            elsewhere.add(new HolderChoice("", frame.m().t("requests.holder.office")));
        }
        var hidden = isHidden(one.person(), requester);
        if (requester.may(Right.OFFICE) && !hidden) {
            requests.holders(one.person()).stream()
                    .filter(facility -> !facility.equals(holder))
                    .map(facility -> new HolderChoice(
                            Long.toString(facility.value()),
                            facilities.get(facility).name()))
                    .forEach(elsewhere::add);
        }
        return new RequestScreen(
                one,
                person.name(),
                person.birthDate(),
                holder == null ? null : named(holder, hidden, requester, frame),
                one.open() && one.dueOn().isBefore(requests.today()),
                List.copyOf(elsewhere),
                told,
                form);
    }

    private boolean isHidden(PersonId person, Requester requester) {
        return !protections.hiddenFrom(requester, List.of(person)).isEmpty();
    }

    /// Where a protected person is treated is not told to the office.
    private String named(FacilityId holder, boolean hidden, Requester requester, Frame frame) {
        return hidden && requester.may(Right.OFFICE)
                ? frame.m().t("requests.holder.kept")
                : facilities.get(holder).name();
    }
}

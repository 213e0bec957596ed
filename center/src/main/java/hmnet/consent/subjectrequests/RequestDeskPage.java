package hmnet.consent.subjectrequests;

import hmnet.consent.counter.Counter;
import hmnet.consent.counter.CounterSearch;
import hmnet.consent.counter.ProvenPersons;
import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.protection.Protections;
import hmnet.consent.subjectrequests.RequestDeskScreen.HolderChoice;
import hmnet.consent.subjectrequests.RequestDeskScreen.HolderLine;
import hmnet.consent.subjectrequests.RequestDeskScreen.RequestSubject;
import hmnet.consent.subjectrequests.RequestDeskScreen.WaitingRequest;
import hmnet.consent.subjectrequests.SubjectRequest.RequestDraft;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One desk for what persons ask for by their rights (開示等の請求の窓口): what waits, and a new one taken down.
@Controller
class RequestDeskPage {
    static final String PATH = "/requests";

    /// Who was found by this page; its own word, so that no other page's proof is taken.
    private static final String FOUND = "requests";

    private static final Set<String> TOLD = Set.of("received", "answered", "forwarded");

    private final SubjectRequests requests;
    private final Counter counter;
    private final ProvenPersons provenPersons;
    private final Tickets tickets;
    private final Protections protections;
    private final Persons persons;
    private final Facilities facilities;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Pages pages;

    RequestDeskPage(
            SubjectRequests requests,
            Counter counter,
            ProvenPersons provenPersons,
            Tickets tickets,
            Protections protections,
            Persons persons,
            Facilities facilities,
            Audit audit,
            TransactionOperations transaction,
            Pages pages) {
        this.requests = requests;
        this.counter = counter;
        this.provenPersons = provenPersons;
        this.tickets = tickets;
        this.protections = protections;
        this.persons = persons;
        this.facilities = facilities;
        this.audit = audit;
        this.transaction = transaction;
        this.pages = pages;
    }

    @GetMapping(PATH)
    @Rule(Right.REQUESTS)
    @MenuPlace(text = "menu.requests", icon = "desk", group = MenuGroup.PEOPLE, order = 75)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String told, Requester requester, Frame frame) {
        return list(CounterSearch.NONE, null, Pages.known(TOLD, told), requester, frame);
    }

    @PostMapping("/requests/search")
    @Rule(Right.REQUESTS)
    @ChecksNumbers("who")
    ResponseEntity<String> find(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String birth,
            Requester requester,
            Frame frame) {
        var search = new CounterSearch(who, birth);
        if (search.problem() != null) {
            return list(search, search.problem(), null, requester, frame);
        }
        var found = counter.find(who, search.born().orElseThrow(), requester);
        return found.isEmpty()
                ? list(search, "not-found", null, requester, frame)
                : take(
                        null,
                        found,
                        new TypedForm(Map.of("received", requests.today().toString()), Map.of()),
                        requester,
                        frame);
    }

    @PostMapping(PATH)
    @Rule(Right.REQUESTS)
    ResponseEntity<String> take(TakenForm form, Requester requester, Frame frame) {
        var person = provenPersons.find(TakenForm.text(form.card()), requester, Set.of(FOUND));
        if (person.isEmpty()) {
            return list(CounterSearch.NONE, "again", null, requester, frame);
        }
        var problems = form.problems(requests.today());
        var holder = TakenForm.text(form.holder());
        if (!holder.isEmpty()
                && holders(person.get().id(), requester).stream()
                        .noneMatch(choice -> choice.value().equals(holder))) {
            problems.put("holder", "holder");
        }
        if (!problems.isEmpty()) {
            return take("form", List.of(person.get()), new TypedForm(form.typed(), problems), requester, frame);
        }
        requests.take(
                new RequestDraft(
                        person.get().id(),
                        RequestKind.of(TakenForm.text(form.kind())).orElseThrow(),
                        holder.isEmpty() ? itself(requester) : new FacilityId(Long.parseLong(holder)),
                        TakenForm.text(form.askedBy()),
                        TakenForm.text(form.words()),
                        form.receivedOn()),
                TakenForm.text(form.check()),
                requester);
        return Pages.seeOther("/requests?told=received");
    }

    /// Who answers where a desk names nobody else.
    private static @Nullable FacilityId itself(Requester requester) {
        return requester.may(Right.OFFICE) ? null : requester.facility();
    }

    /// The office passes a request on to whoever made the records; a facility takes down its own. Where a protected
    /// person is treated is told to neither.
    private List<HolderChoice> holders(PersonId person, Requester requester) {
        return requester.may(Right.OFFICE)
                        && protections.hiddenFrom(requester, List.of(person)).isEmpty()
                ? requests.holders(person).stream()
                        .map(facility -> new HolderChoice(
                                Long.toString(facility.value()),
                                facilities.get(facility).name()))
                        .toList()
                : List.of();
    }

    private ResponseEntity<String> take(
            @Nullable String problem, List<Person> found, TypedForm form, Requester requester, Frame frame) {
        var subjects = found.stream()
                .map(person -> new RequestSubject(
                        person.name(),
                        person.kana(),
                        person.birthDate(),
                        tickets.write(new Ticket(person.id(), FOUND), requester)))
                .toList();
        var holders = found.stream()
                .flatMap(person -> holders(person.id(), requester).stream())
                .distinct()
                .toList();
        var screen = new RequestDeskScreen(problem, null, List.of(), List.of(), subjects, holders, form);
        return answer(CounterSearch.NONE, screen, frame);
    }

    private ResponseEntity<String> list(
            CounterSearch search, @Nullable String problem, @Nullable String told, Requester requester, Frame frame) {
        var screen = Objects.requireNonNull(transaction.execute(status -> {
            var waiting = requests.waiting(requester);
            var people = waiting.stream().map(SubjectRequest::person).distinct().toList();
            var names = persons.find(people).stream().collect(Collectors.toMap(Person::id, Person::name));
            names.keySet()
                    .forEach(person -> audit.write(
                            requester.did(Action.SUBJECT_REQUESTS_SHOWN, person.value(), "listed", Map.of())));
            return new RequestDeskScreen(
                    problem,
                    told,
                    waiting.stream().map(one -> line(one, names)).toList(),
                    requester.may(Right.OFFICE) ? tallies() : List.of(),
                    List.of(),
                    List.of(),
                    TypedForm.NOTHING);
        }));
        return answer(search, screen, frame);
    }

    private WaitingRequest line(SubjectRequest one, Map<PersonId, String> names) {
        return new WaitingRequest(
                one.id().toString(),
                names.getOrDefault(one.person(), ""),
                one.kind(),
                one.receivedOn(),
                one.dueOn(),
                one.dueOn().isBefore(requests.today()));
    }

    private List<HolderLine> tallies() {
        return requests.tallies().stream()
                .map(tally -> new HolderLine(facilities.get(tally.holder()).name(), tally.open(), tally.late()))
                .toList();
    }

    private ResponseEntity<String> answer(CounterSearch search, RequestDeskScreen screen, Frame frame) {
        return Pages.answer(
                screen.problem() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("consent/subjectrequests/desk", frame, Map.of("page", screen, "search", search)));
    }
}

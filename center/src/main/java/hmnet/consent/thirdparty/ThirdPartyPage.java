package hmnet.consent.thirdparty;

import hmnet.consent.counter.Counter;
import hmnet.consent.counter.CounterSearch;
import hmnet.consent.counter.ProvenPersons;
import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.protection.Protections;
import hmnet.consent.thirdparty.ThirdPartyProvisions.ProvisionRecord;
import hmnet.consent.thirdparty.ThirdPartyScreen.ThirdPartyList;
import hmnet.consent.thirdparty.ThirdPartyScreen.ThirdPartySubject;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.TypedForm;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Succession.Follows;
import hmnet.ground.directory.Successions;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.links.Person;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where the office, and the desk of a facility of its own provisions and receipts, reads the record of one person
/// (第三者提供の記録の照会). A question is posted: it names somebody, which no address may.
@Controller
class ThirdPartyPage {
    private static final String PATH = "/third-party";

    /// Who was found by this page; its own word, so that no other page's proof is taken.
    private static final String FOUND = "third-party";

    private final Counter counter;
    private final ProvenPersons provenPersons;
    private final Tickets tickets;
    private final ThirdPartyProvisions provisions;
    private final ProvisionLines lines;
    private final Successions successions;
    private final Protections protections;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Pages pages;

    ThirdPartyPage(
            Counter counter,
            ProvenPersons provenPersons,
            Tickets tickets,
            ThirdPartyProvisions provisions,
            ProvisionLines lines,
            Successions successions,
            Protections protections,
            Audit audit,
            TransactionOperations transaction,
            Pages pages) {
        this.counter = counter;
        this.provenPersons = provenPersons;
        this.tickets = tickets;
        this.provisions = provisions;
        this.lines = lines;
        this.successions = successions;
        this.protections = protections;
        this.audit = audit;
        this.transaction = transaction;
        this.pages = pages;
    }

    @GetMapping(PATH)
    @Rule(Right.REQUESTS)
    @MenuPlace(text = "menu.third-party", icon = "question", group = MenuGroup.PEOPLE, order = 70)
    ResponseEntity<String> show(Frame frame) {
        return page(CounterSearch.NONE, blank(null, List.of()), frame);
    }

    @PostMapping("/third-party/search")
    @Rule(Right.REQUESTS)
    @ChecksNumbers("who")
    ResponseEntity<String> find(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String birth,
            Requester requester,
            Frame frame) {
        var search = new CounterSearch(who, birth);
        if (search.problem() != null) {
            return page(search, blank(search.problem(), List.of()), frame);
        }
        var found = counter.find(who, search.born().orElseThrow(), requester).stream()
                .map(person -> subject(person, requester))
                .toList();
        return page(search, blank(found.isEmpty() ? "not-found" : null, found), frame);
    }

    @PostMapping(PATH)
    @Rule(Right.REQUESTS)
    ResponseEntity<String> ask(ThirdPartyForm form, Requester requester, Frame frame) {
        var person = provenPersons.find(ThirdPartyForm.text(form.card()), requester, Set.of(FOUND));
        if (person.isEmpty()) {
            return page(CounterSearch.NONE, blank("again", List.of()), frame);
        }
        var problems = form.problems();
        if (!problems.isEmpty()) {
            return again(form, problems, person.get(), requester, frame);
        }
        var answer = answer(form, person.get(), Action.THIRD_PARTY_SHOWN, requester, frame);
        var screen = new ThirdPartyScreen(null, List.of(), TypedForm.NOTHING, form.typed(), answer);
        return page(CounterSearch.NONE, screen, frame);
    }

    @PostMapping("/third-party/file")
    @Rule(Right.REQUESTS)
    ResponseEntity<?> file(ThirdPartyForm form, Requester requester, Frame frame) {
        var person = provenPersons.find(ThirdPartyForm.text(form.card()), requester, Set.of(FOUND));
        if (person.isEmpty()) {
            return page(CounterSearch.NONE, blank("again", List.of()), frame);
        }
        var problems = form.problems();
        return problems.isEmpty()
                ? Pages.csv(
                        "third-party.csv",
                        ProvisionLines.sheet(
                                answer(form, person.get(), Action.THIRD_PARTY_EXPORTED, requester, frame), frame.m()))
                : again(form, problems, person.get(), requester, frame);
    }

    /// The lines that this desk may read; that it read them stands in the log of the person.
    private ThirdPartyList answer(ThirdPartyForm form, Person person, Action action, Requester by, Frame frame) {
        return Objects.requireNonNull(transaction.execute(status -> {
            var found = mine(provisions.of(person.id(), form.first(), form.last()), by);
            audit.write(by.did(
                    action,
                    person.id().value(),
                    action == Action.THIRD_PARTY_SHOWN ? "shown" : "exported",
                    Map.of(
                            "from", ThirdPartyForm.text(form.from()),
                            "until", ThirdPartyForm.text(form.until()),
                            "reason", ThirdPartyForm.text(form.reason()),
                            "lines", Integer.toString(found.lines().size()))));
            return lines.list(person, form.first(), form.last(), found, named(person, by), frame.m());
        }));
    }

    /// Where a protected person is treated is told to nobody outside their care: a desk's own name stands.
    private Predicate<FacilityId> named(Person person, Requester by) {
        var own = successions.now().standsFor(by.facility(), Follows.RECORDS);
        return protections.hiddenFrom(by, List.of(person.id())).isEmpty() ? facility -> true : own::contains;
    }

    private ProvisionRecord mine(ProvisionRecord found, Requester by) {
        return by.may(Right.OFFICE) ? found : found.with(successions.now().standsFor(by.facility(), Follows.RECORDS));
    }

    private ThirdPartySubject subject(Person person, Requester requester) {
        return new ThirdPartySubject(
                person.name(),
                person.kana(),
                person.birthDate(),
                tickets.write(new Ticket(person.id(), FOUND), requester));
    }

    private static ThirdPartyScreen blank(@Nullable String problem, List<ThirdPartySubject> found) {
        return new ThirdPartyScreen(problem, found, TypedForm.NOTHING, Map.of(), null);
    }

    private ResponseEntity<String> again(
            ThirdPartyForm form, Map<String, String> problems, Person person, Requester requester, Frame frame) {
        var screen = new ThirdPartyScreen(
                "form", List.of(subject(person, requester)), new TypedForm(form.typed(), problems), Map.of(), null);
        return page(CounterSearch.NONE, screen, frame);
    }

    private ResponseEntity<String> page(CounterSearch search, ThirdPartyScreen screen, Frame frame) {
        return Pages.answer(
                screen.problem() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("consent/thirdparty/third-party", frame, Map.of("page", screen, "search", search)));
    }
}

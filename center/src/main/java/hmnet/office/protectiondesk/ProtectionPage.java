package hmnet.office.protectiondesk;

import hmnet.consent.counter.Counter;
import hmnet.consent.counter.CounterSearch;
import hmnet.consent.counter.ProvenPersons;
import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.protection.ProtectionOrder;
import hmnet.consent.protection.Protections;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.design.Sure;
import hmnet.ground.directory.NamedParties;
import hmnet.ground.directory.NamedParties.PartySet;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.protectiondesk.ProtectionScreen.Answers;
import hmnet.office.protectiondesk.ProtectionScreen.ProtectionSubject;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A person is protected in one act at any counter (保護の申出の窓口).
@Controller
class ProtectionPage {
    private static final String FOUND = "protection";

    private final ProvenPersons provenPersons;
    private final Counter counter;
    private final Protections protections;
    private final NamedParties namedParties;
    private final Persons persons;
    private final Tickets tickets;
    private final Pages pages;

    ProtectionPage(
            ProvenPersons provenPersons,
            Counter counter,
            Protections protections,
            NamedParties namedParties,
            Persons persons,
            Tickets tickets,
            Pages pages) {
        this.provenPersons = provenPersons;
        this.counter = counter;
        this.protections = protections;
        this.namedParties = namedParties;
        this.persons = persons;
        this.tickets = tickets;
        this.pages = pages;
    }

    @GetMapping("/protection")
    @Rule(Right.PROTECT)
    @MenuPlace(text = "menu.protection", icon = "consent", group = MenuGroup.PEOPLE, order = 60)
    ResponseEntity<String> show(@RequestParam(defaultValue = "false") boolean done, Requester requester, Frame frame) {
        return page(null, done, List.of(), Answers.none(), requester, frame);
    }

    @PostMapping("/protection/search")
    @Rule(Right.PROTECT)
    @ChecksNumbers("who")
    ResponseEntity<String> find(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String birth,
            Requester requester,
            Frame frame) {
        var search = new CounterSearch(who, birth);
        if (search.problem() != null) {
            return page(search, search.problem(), List.of(), requester, frame);
        }
        var found = counter.find(who, search.born().orElseThrow(), requester);
        return page(search, found.isEmpty() ? "not-found" : null, found(found, requester), requester, frame);
    }

    /// What the second form says.
    record Order(
            @Nullable String ticket,
            @Nullable String askedBy,
            @Nullable String checkedHow,
            @Nullable String facilities,
            @Nullable String staff) {
        Map<String, String> fields() {
            return Map.of(
                    "ticket", text(ticket),
                    "askedBy", text(askedBy),
                    "checkedHow", text(checkedHow),
                    "facilities", text(facilities),
                    "staff", text(staff));
        }
    }

    /// What will happen, looked at before it does.
    @PostMapping("/protection/look")
    @Rule(Right.PROTECT)
    ResponseEntity<String> look(Order order, Requester requester, Frame frame) {
        var person = provenPersons.find(text(order.ticket()), requester, Set.of(FOUND));
        if (person.isEmpty()) {
            return page("again", false, List.of(), Answers.none(), requester, frame);
        }
        var named = namedParties.read(text(order.facilities()), text(order.staff()), requester);
        if (!complete(order) || !named.allKnown()) {
            return refused(order, named, person.get(), requester, frame);
        }
        var m = frame.m();
        var sure = new Sure(
                m.t("menu.protection"),
                List.of(
                        person.get().name(),
                        person.get().kana(),
                        m.birth(person.get().birthDate())),
                List.of(
                        m.t("protection.sure"),
                        m.t(
                                "protection.sure.kept",
                                text(order.facilities()).isBlank()
                                        ? m.t("protection.nobody")
                                        : text(order.facilities()),
                                text(order.staff()).isBlank() ? m.t("protection.nobody") : text(order.staff()))),
                "/protection",
                order.fields(),
                m.t("protection.sure.go"),
                "/protection");
        return pages.sure(sure, frame);
    }

    @PostMapping("/protection")
    @Rule(Right.PROTECT)
    ResponseEntity<String> protect(Order order, Requester requester, Frame frame) {
        var person = tickets.read(text(order.ticket()), requester, Set.of(FOUND))
                .map(Ticket::person)
                .flatMap(persons::find);
        if (person.isEmpty()) {
            return page("again", false, List.of(), Answers.none(), requester, frame);
        }
        var named = namedParties.read(text(order.facilities()), text(order.staff()), requester);
        if (!complete(order) || !named.allKnown()) {
            return refused(order, named, person.get(), requester, frame);
        }
        var asked =
                new ProtectionOrder(text(order.askedBy()), text(order.checkedHow()), named.facilities(), named.staff());
        return protections.begin(person.get().id(), asked, requester)
                ? Pages.seeOther("/protection?done=true")
                : page("again", false, List.of(), Answers.none(), requester, frame);
    }

    private static boolean complete(Order order) {
        return ProtectionOrder.complete(text(order.askedBy()), text(order.checkedHow()));
    }

    /// The form again as it was filled in, each error beside its field.
    private ResponseEntity<String> refused(
            Order order, PartySet named, Person person, Requester requester, Frame frame) {
        var answers = new Answers(
                text(order.askedBy()),
                text(order.checkedHow()),
                text(order.facilities()),
                text(order.staff()),
                true,
                named.unknown(),
                named.unknownStaff());
        return page(null, false, found(List.of(person), requester), answers, requester, frame);
    }

    private List<ProtectionSubject> found(List<Person> people, Requester requester) {
        return people.stream()
                .map(person -> new ProtectionSubject(
                        person.name(),
                        person.kana(),
                        person.birthDate(),
                        tickets.write(new Ticket(person.id(), FOUND), requester)))
                .toList();
    }

    private static String text(@Nullable String said) {
        return said == null ? "" : said;
    }

    private ResponseEntity<String> page(
            @Nullable String problem,
            boolean done,
            List<ProtectionSubject> found,
            Answers answers,
            Requester requester,
            Frame frame) {
        var screen = new ProtectionScreen(problem, done, requester.may(Right.OFFICE), found, answers);
        return page(CounterSearch.NONE, screen, frame);
    }

    private ResponseEntity<String> page(
            CounterSearch search,
            @Nullable String problem,
            List<ProtectionSubject> found,
            Requester requester,
            Frame frame) {
        var screen = new ProtectionScreen(problem, false, requester.may(Right.OFFICE), found, Answers.none());
        return page(search, screen, frame);
    }

    private ResponseEntity<String> page(CounterSearch search, ProtectionScreen screen, Frame frame) {
        return Pages.answer(
                screen.problem() == null && !screen.answers().refused()
                        ? HttpStatus.OK
                        : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("office/protectiondesk/protection", frame, Map.of("page", screen, "search", search)));
    }
}

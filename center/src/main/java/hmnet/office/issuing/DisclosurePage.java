package hmnet.office.issuing;

import hmnet.consent.cards.CardCode;
import hmnet.consent.cards.Cards;
import hmnet.consent.cards.DisclosureCards;
import hmnet.consent.cards.IssuedCard;
import hmnet.consent.counter.Counter;
import hmnet.consent.counter.CounterSearch;
import hmnet.consent.counter.ProvenPersons;
import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.protection.Protections;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.issuing.DisclosureScreen.CardHospital;
import hmnet.office.issuing.DisclosureScreen.DisclosureHolder;
import hmnet.office.issuing.DisclosureScreen.HeldCard;
import hmnet.office.issuing.DisclosureScreen.NewHolder;
import hmnet.office.issuing.Issuers.IssuerVerdict;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.MyNumber;
import hmnet.people.patients.PersonId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A hospital's desk takes down the card it gives out, with the consent that comes with it
/// (開示カードの登録), also for a hospital it took over; the office does so for any. A desk finds those only to
/// whom its hospital has a tie.
@Controller
class DisclosurePage {
    private static final String FOUND = "disclosure";
    private static final String REGISTERED = "registered";

    private final ProvenPersons provenPersons;
    private final Counter counter;
    private final Issuers issuers;
    private final DisclosureCards disclosureCards;
    private final Cards cards;
    private final Persons persons;
    private final Facilities facilities;
    private final Protections protections;
    private final Tickets tickets;
    private final Pages pages;

    DisclosurePage(
            ProvenPersons provenPersons,
            Counter counter,
            Issuers issuers,
            DisclosureCards disclosureCards,
            Cards cards,
            Persons persons,
            Facilities facilities,
            Protections protections,
            Tickets tickets,
            Pages pages) {
        this.provenPersons = provenPersons;
        this.counter = counter;
        this.issuers = issuers;
        this.disclosureCards = disclosureCards;
        this.cards = cards;
        this.persons = persons;
        this.facilities = facilities;
        this.protections = protections;
        this.tickets = tickets;
        this.pages = pages;
    }

    @GetMapping("/disclosure-cards")
    @Rule(Right.EXCHANGE_CARD)
    @MenuPlace(text = "menu.disclosure-cards", icon = "card", group = MenuGroup.CARDS, order = 40)
    ResponseEntity<String> show(
            @RequestParam(required = false) @Nullable String done, Requester requester, Frame frame) {
        var told = "withdrawn".equals(done) ? done : null;
        return page(CounterSearch.NONE, new Answer(null, told, List.of(), null), requester, frame);
    }

    @PostMapping("/disclosure-cards/search")
    @Rule(Right.EXCHANGE_CARD)
    @ChecksNumbers("who")
    ResponseEntity<String> find(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String birth,
            Requester requester,
            Frame frame) {
        var search = new CounterSearch(who, birth);
        if (search.problem() != null) {
            return page(search, new Answer(search.problem(), null, List.of(), null), requester, frame);
        }
        var found = counter.find(who, search.born().orElseThrow(), requester);
        var problem = found.isEmpty() ? "not-found" : null;
        return page(search, new Answer(problem, null, found, null), requester, frame);
    }

    @PostMapping("/disclosure-cards")
    @Rule(Right.EXCHANGE_CARD)
    @ChecksNumbers("number")
    ResponseEntity<String> register(
            @RequestParam(defaultValue = "") String ticket,
            @RequestParam(defaultValue = "") String hospital,
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String how,
            Requester requester,
            Frame frame) {
        var person = of(ticket, requester);
        if (person.isEmpty()) {
            return problem("again", List.of(), requester, frame);
        }
        var issuer = issuers.named(hospital, requester);
        if (MyNumber.standsIn(number) || issuer.isEmpty() || !DisclosureScreen.HOW.contains(how)) {
            var problem = MyNumber.standsIn(number) ? "my-number" : "missing";
            return problem(problem, List.of(person.get()), requester, frame);
        }
        return switch (issuers.read(issuer.get(), number)) {
            case IssuerVerdict.NotIts() -> problem("not-its", List.of(person.get()), requester, frame);
            case IssuerVerdict.Over() -> problem("over", List.of(person.get()), requester, frame);
            case IssuerVerdict.Known(var code) -> register(person.get(), issuer.get(), code, how, requester, frame);
        };
    }

    private ResponseEntity<String> register(
            Person person, Facility issuer, CardCode code, String how, Requester requester, Frame frame) {
        if (!disclosureCards.register(person.id(), code, issuer.id(), how, requester)) {
            return problem("taken", List.of(person), requester, frame);
        }
        return Pages.seeOther("/disclosure-cards/registered?card="
                + tickets.write(new Ticket(person.id(), REGISTERED, issuer.id().value()), requester));
    }

    /// The card just taken down, to whom took it down.
    @GetMapping("/disclosure-cards/registered")
    @Rule(Right.EXCHANGE_CARD)
    ResponseEntity<String> registered(@RequestParam(defaultValue = "") String card, Requester requester, Frame frame) {
        return tickets.read(card, requester, Set.of(REGISTERED))
                .filter(ticket -> !protections.keeps(requester, ticket.person()))
                .flatMap(ticket -> registered(ticket.person(), new FacilityId(ticket.issuer())))
                .map(holder -> page(CounterSearch.NONE, new Answer(null, null, List.of(), holder), requester, frame))
                .orElseGet(() -> Pages.seeOther("/disclosure-cards"));
    }

    private Optional<NewHolder> registered(PersonId person, FacilityId issuer) {
        return persons.find(person)
                .flatMap(holder -> cards.history(person).stream()
                        .filter(card -> card.active() && issuer.equals(card.issuer()))
                        .findFirst()
                        .map(card -> new NewHolder(
                                holder.name(),
                                facilities.get(issuer).name(),
                                card.code().number(),
                                holder.birthDate())));
    }

    /// The hospital's consent is taken back: its card opens nothing from now on.
    @PostMapping("/disclosure-cards/withdrawal")
    @Rule(Right.EXCHANGE_CARD)
    ResponseEntity<String> withdraw(
            @RequestParam(defaultValue = "") String ticket,
            @RequestParam(defaultValue = "") String hospital,
            Requester requester,
            Frame frame) {
        var person = of(ticket, requester);
        var issuer = issuers.named(hospital, requester);
        if (person.isEmpty() || issuer.isEmpty()) {
            return problem("again", List.of(), requester, frame);
        }
        disclosureCards.withdraw(person.get().id(), issuer.get().id(), requester);
        return Pages.seeOther("/disclosure-cards?done=withdrawn");
    }

    private Optional<Person> of(String ticket, Requester requester) {
        return provenPersons.find(ticket, requester, Set.of(FOUND));
    }

    private List<CardHospital> hospitals(Requester requester) {
        return issuers.of(requester).stream()
                .map(facility -> new CardHospital(facility.code(), facility.name()))
                .toList();
    }

    private DisclosureHolder found(Person person, List<CardHospital> hospitals, Requester requester) {
        var held = cards.history(person.id()).stream()
                .filter(IssuedCard::active)
                .flatMap(card -> Optional.ofNullable(card.issuer()).stream()
                        .map(facilities::get)
                        .filter(issuer -> hospitals.contains(new CardHospital(issuer.code(), issuer.name())))
                        .map(issuer ->
                                new HeldCard(card.code().number(), issuer.code(), issuer.name(), card.worksUntil())))
                .toList();
        return new DisclosureHolder(
                person.name(),
                person.kana(),
                person.birthDate(),
                tickets.write(new Ticket(person.id(), FOUND), requester),
                held);
    }

    /// What the page says besides its forms.
    private record Answer(
            @Nullable String problem,
            @Nullable String done,
            List<Person> found,
            @Nullable NewHolder registered) {}

    private ResponseEntity<String> problem(String problem, List<Person> found, Requester requester, Frame frame) {
        return page(CounterSearch.NONE, new Answer(problem, null, found, null), requester, frame);
    }

    private ResponseEntity<String> page(CounterSearch search, Answer answer, Requester requester, Frame frame) {
        var hospitals = hospitals(requester);
        var screen = new DisclosureScreen(
                answer.problem(),
                answer.done(),
                hospitals,
                answer.found().stream()
                        .map(person -> found(person, hospitals, requester))
                        .toList(),
                answer.registered());
        return Pages.answer(
                answer.problem() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("office/issuing/disclosure", frame, Map.of("page", screen, "search", search)));
    }
}

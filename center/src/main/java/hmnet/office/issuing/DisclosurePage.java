package hmnet.office.issuing;

import hmnet.consent.cards.BirthDates;
import hmnet.consent.cards.CardCode;
import hmnet.consent.cards.Cards;
import hmnet.consent.cards.DisclosureCards;
import hmnet.consent.cards.IssuedCard;
import hmnet.consent.counter.Counter;
import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.protection.Protections;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Facility;
import hmnet.ground.directory.Requester;
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
            Counter counter,
            Issuers issuers,
            DisclosureCards disclosureCards,
            Cards cards,
            Persons persons,
            Facilities facilities,
            Protections protections,
            Tickets tickets,
            Pages pages) {
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
    ResponseEntity<String> show(Requester requester, Frame frame) {
        return page(null, null, List.of(), null, requester, frame);
    }

    @PostMapping("/disclosure-cards/search")
    @Rule(Right.EXCHANGE_CARD)
    ResponseEntity<String> find(
            @RequestParam String who, @RequestParam String birth, Requester requester, Frame frame) {
        if (MyNumber.looksLike(who)) {
            return page("my-number", null, List.of(), null, requester, frame);
        }
        var born = BirthDates.parse(birth);
        if (born.isEmpty()) {
            return page("birth", null, List.of(), null, requester, frame);
        }
        var found = counter.find(who, born.get(), requester);
        return page(found.isEmpty() ? "not-found" : null, null, found, null, requester, frame);
    }

    @PostMapping("/disclosure-cards")
    @Rule(Right.EXCHANGE_CARD)
    ResponseEntity<String> register(
            @RequestParam String ticket,
            @RequestParam(defaultValue = "") String hospital,
            @RequestParam String number,
            @RequestParam(defaultValue = "") String how,
            Requester requester,
            Frame frame) {
        var person = of(ticket, requester);
        if (person.isEmpty()) {
            return page("again", null, List.of(), null, requester, frame);
        }
        var issuer = issuers.named(hospital, requester);
        if (MyNumber.looksLike(number) || issuer.isEmpty() || !DisclosureScreen.HOW.contains(how)) {
            var problem = MyNumber.looksLike(number) ? "my-number" : "missing";
            return page(problem, null, List.of(person.get()), null, requester, frame);
        }
        return switch (issuers.read(issuer.get(), number)) {
            case IssuerVerdict.NotIts() -> page("not-its", null, List.of(person.get()), null, requester, frame);
            case IssuerVerdict.Over() -> page("over", null, List.of(person.get()), null, requester, frame);
            case IssuerVerdict.Known(var code) -> register(person.get(), issuer.get(), code, how, requester, frame);
        };
    }

    private ResponseEntity<String> register(
            Person person, Facility issuer, CardCode code, String how, Requester requester, Frame frame) {
        if (!disclosureCards.register(person.id(), code, issuer.id(), how, requester)) {
            return page("taken", null, List.of(person), null, requester, frame);
        }
        var registered = new NewHolder(person.name(), issuer.name(), code.number(), person.birthDate());
        return page(null, null, List.of(), registered, requester, frame);
    }

    /// The hospital's consent is taken back: its card opens nothing from now on.
    @PostMapping("/disclosure-cards/withdrawal")
    @Rule(Right.EXCHANGE_CARD)
    ResponseEntity<String> withdraw(
            @RequestParam String ticket,
            @RequestParam(defaultValue = "") String hospital,
            Requester requester,
            Frame frame) {
        var person = of(ticket, requester);
        var issuer = issuers.named(hospital, requester);
        if (person.isEmpty() || issuer.isEmpty()) {
            return page("again", null, List.of(), null, requester, frame);
        }
        disclosureCards.withdraw(person.get().id(), issuer.get().id(), requester);
        return page(null, "withdrawn", List.of(), null, requester, frame);
    }

    private Optional<Person> of(String ticket, Requester requester) {
        return tickets.read(ticket, requester, Set.of(FOUND))
                .map(Ticket::person)
                .filter(person -> !protections.keeps(requester, person))
                .flatMap(persons::find);
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

    private ResponseEntity<String> page(
            @Nullable String problem,
            @Nullable String done,
            List<Person> found,
            @Nullable NewHolder registered,
            Requester requester,
            Frame frame) {
        var hospitals = hospitals(requester);
        var screen = new DisclosureScreen(
                problem,
                done,
                hospitals,
                found.stream()
                        .map(person -> found(person, hospitals, requester))
                        .toList(),
                registered);
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("office/issuing/disclosure", frame, Map.of("page", screen)));
    }
}

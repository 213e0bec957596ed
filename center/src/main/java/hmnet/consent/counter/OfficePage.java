package hmnet.consent.counter;

import hmnet.consent.cards.Cards;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.Consents;
import hmnet.consent.counter.OfficeConsentScreen.ConsentHolder;
import hmnet.consent.counter.OfficeConsentScreen.RecordedConsent;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.protection.Protections;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.MyNumber;
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

/// The office records consents (事務局: 同意登録).
@Controller
class OfficePage {
    private static final String FOUND = "consent";

    private final Cards cards;
    private final Consents consents;
    private final Persons persons;
    private final Tickets tickets;
    private final Protections protections;
    private final Pages pages;

    OfficePage(Cards cards, Consents consents, Persons persons, Tickets tickets, Protections protections, Pages pages) {
        this.cards = cards;
        this.consents = consents;
        this.persons = persons;
        this.tickets = tickets;
        this.protections = protections;
        this.pages = pages;
    }

    @GetMapping("/office/consents")
    @Rule(Right.OFFICE)
    @MenuPlace(text = "menu.consents", icon = "consent", group = MenuGroup.CARDS, order = 20)
    ResponseEntity<String> consents(Frame frame) {
        return consent(null, null, null, frame);
    }

    @PostMapping("/office/consents/search")
    @Rule(Right.OFFICE)
    ResponseEntity<String> find(@RequestParam String code, Requester requester, Frame frame) {
        if (MyNumber.looksLike(code)) {
            return consent("my-number", null, null, frame);
        }
        return cards.find(code, requester)
                .flatMap(persons::find)
                .map(person -> consent(null, null, found(person, requester), frame))
                .orElseGet(() -> consent("no-card", null, null, frame));
    }

    @PostMapping("/office/consents")
    @Rule(Right.OFFICE)
    ResponseEntity<String> record(
            @RequestParam String card,
            @RequestParam(defaultValue = "") String position,
            @RequestParam(defaultValue = "") String how,
            Requester requester,
            Frame frame) {
        var person = tickets.read(card, requester, Set.of(FOUND))
                .map(Ticket::person)
                .filter(known -> !protections.keeps(requester, known))
                .flatMap(persons::find);
        var choice = ConsentChoice.of(position);
        if (person.isEmpty()) {
            return consent("no-card", null, null, frame);
        }
        if (choice.isEmpty() || !how.matches("paper|oral|card")) {
            return consent("missing", null, found(person.get(), requester), frame);
        }
        consents.record(person.get().id(), choice.get(), how, Consents.NOTICE, requester);
        return consent(null, new RecordedConsent(person.get().name(), position), null, frame);
    }

    private ConsentHolder found(Person person, Requester requester) {
        var now = consents.of(person.id());
        return new ConsentHolder(
                person.name(),
                person.kana(),
                person.birthDate(),
                protections.hiddenFrom(requester, List.of(person.id())).isEmpty() ? person.town() : "",
                tickets.write(new Ticket(person.id(), FOUND), requester),
                now.state().word(),
                now.since());
    }

    private ResponseEntity<String> consent(
            @Nullable String problem, @Nullable RecordedConsent done, @Nullable ConsentHolder found, Frame frame) {
        return page("consent/counter/office-consent", problem, new OfficeConsentScreen(problem, done, found), frame);
    }

    private ResponseEntity<String> page(String template, @Nullable String problem, Object screen, Frame frame) {
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render(template, frame, Map.of("page", screen)));
    }
}

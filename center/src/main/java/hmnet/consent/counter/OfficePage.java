package hmnet.consent.counter;

import hmnet.consent.cards.Cards;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.ConsentState;
import hmnet.consent.consents.Consents;
import hmnet.consent.consents.EmergencyConsents;
import hmnet.consent.counter.OfficeConsentScreen.ConsentHolder;
import hmnet.consent.counter.OfficeConsentScreen.RecordedConsent;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.notices.ConsentNotice;
import hmnet.consent.notices.ConsentNotices;
import hmnet.consent.protection.Protections;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.MyNumber;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
    private static final String DONE = "consented";

    private final ProvenPersons provenPersons;
    private final Cards cards;
    private final Consents consents;
    private final EmergencyConsents emergencies;
    private final Persons persons;
    private final Tickets tickets;
    private final Protections protections;
    private final Pages pages;
    private final ConsentNotices notices;

    OfficePage(
            ProvenPersons provenPersons,
            Cards cards,
            Consents consents,
            EmergencyConsents emergencies,
            Persons persons,
            Tickets tickets,
            Protections protections,
            Pages pages,
            ConsentNotices notices) {
        this.provenPersons = provenPersons;
        this.notices = notices;
        this.emergencies = emergencies;
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
    ResponseEntity<String> consents(
            @RequestParam(defaultValue = "") String done,
            @RequestParam(defaultValue = "") String card,
            Requester requester,
            Frame frame) {
        var recorded = tickets.read(card, requester, Set.of(DONE))
                .filter(ticket -> OfficeConsentScreen.POSITIONS.contains(done)
                        || OfficeConsentScreen.FOR_EMERGENCIES.contains(done))
                .filter(ticket -> !protections.keeps(requester, ticket.person()))
                .flatMap(ticket -> persons.find(ticket.person()))
                .map(person -> new RecordedConsent(person.name(), done))
                .orElse(null);
        return page(new OfficeConsentScreen(null, recorded, null), "", frame);
    }

    @PostMapping("/office/consents/search")
    @Rule(Right.OFFICE)
    @ChecksNumbers("code")
    ResponseEntity<String> find(@RequestParam(defaultValue = "") String code, Requester requester, Frame frame) {
        if (MyNumber.looksLike(code)) {
            return page(new OfficeConsentScreen("my-number", null, null), "", frame);
        }
        return cards.find(code, requester)
                .flatMap(persons::find)
                .map(person -> page(new OfficeConsentScreen(null, null, found(person, requester)), "", frame))
                .orElseGet(() -> page(new OfficeConsentScreen(missed(requester), null, null), code, frame));
    }

    @PostMapping("/office/consents")
    @Rule(Right.OFFICE)
    ResponseEntity<String> record(
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "") String position,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(defaultValue = "") String version,
            Requester requester,
            Frame frame) {
        var person = person(card, requester);
        var choice = ConsentChoice.of(position);
        if (person.isEmpty()) {
            return page(new OfficeConsentScreen("no-card", null, null), "", frame);
        }
        if (choice.isEmpty() || !how.matches("paper|oral|card") || !versions().contains(version)) {
            return page(new OfficeConsentScreen("missing", null, found(person.get(), requester)), "", frame);
        }
        consents.record(person.get().id(), choice.get(), how, version, requester);
        return Pages.seeOther("/office/consents?done=" + position + "&card="
                + tickets.write(new Ticket(person.get().id(), DONE), requester));
    }

    /// What the person says about emergencies, beside the consent for care.
    @PostMapping("/office/consents/emergency")
    @Rule(Right.OFFICE)
    ResponseEntity<String> forEmergencies(
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "") String decision,
            @RequestParam(defaultValue = "") String how,
            Requester requester,
            Frame frame) {
        var person = person(card, requester);
        if (person.isEmpty()) {
            return page(new OfficeConsentScreen("no-card", null, null), "", frame);
        }
        if (!decision.matches("give|end") || !how.matches("paper|oral|card")) {
            return page(new OfficeConsentScreen("missing", null, found(person.get(), requester)), "", frame);
        }
        emergencies.record(person.get().id(), decision.equals("give"), how, requester);
        return Pages.seeOther("/office/consents?done=emergency-" + decision + "&card="
                + tickets.write(new Ticket(person.get().id(), DONE), requester));
    }

    private Optional<Person> person(String card, Requester requester) {
        return provenPersons.find(card, requester, Set.of(FOUND));
    }

    private String missed(Requester requester) {
        return cards.triesLeft(requester) == 0 ? "locked" : "no-card";
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
                now.since(),
                emergencies.since(person.id()).orElse(null),
                versions(),
                now.state() == ConsentState.GIVEN
                        ? notices.book()
                                .asked(consents.under(person.id()), notices.today())
                                .map(ConsentNotice::version)
                                .orElse(null)
                        : null);
    }

    /// Today's first.
    private List<String> versions() {
        return notices.book().notices().reversed().stream()
                .filter(notice -> !notice.effectiveOn().isAfter(notices.today()))
                .map(ConsentNotice::version)
                .toList();
    }

    /// @param code what was typed, to be put right
    private ResponseEntity<String> page(OfficeConsentScreen screen, String code, Frame frame) {
        return Pages.answer(
                screen.problem() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("consent/counter/office-consent", frame, Map.of("page", screen, "code", code)));
    }
}

package hmnet.office.reviewdesk;

import hmnet.consent.cards.CardNumber;
import hmnet.consent.cards.Cards;
import hmnet.consent.protection.ProtectionRegister;
import hmnet.ground.audit.Action;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.incidents.DeskTraces;
import hmnet.office.incidents.Incidents;
import hmnet.office.reviewdesk.LinksScreen.PersonLinks;
import hmnet.office.reviewdesk.LinksScreen.RefusedTakingBack;
import hmnet.people.arrivals.LinkHistory;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.MyNumber;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The office looks at a person's links and takes a wrong one back (紐付けの確認). Somebody who is left out of
/// matching is answered for as an unknown person, except to whoever comes from the register of protected
/// persons.
@Controller
class LinksPage {
    private final LinkHistory history;
    private final LinkScreens screens;
    private final Incidents incidents;
    private final Persons persons;
    private final Cards cards;
    private final SamePersons samePersons;
    private final ProtectionRegister register;
    private final Facilities facilities;
    private final DeskTraces traces;
    private final TransactionTemplate transaction;
    private final Pages pages;

    LinksPage(
            LinkHistory history,
            LinkScreens screens,
            Incidents incidents,
            Persons persons,
            Cards cards,
            SamePersons samePersons,
            ProtectionRegister register,
            Facilities facilities,
            DeskTraces traces,
            TransactionTemplate transaction,
            Pages pages) {
        this.history = history;
        this.screens = screens;
        this.incidents = incidents;
        this.persons = persons;
        this.cards = cards;
        this.samePersons = samePersons;
        this.register = register;
        this.facilities = facilities;
        this.traces = traces;
        this.transaction = transaction;
        this.pages = pages;
    }

    @GetMapping("/office/links")
    @Rule(Right.OFFICE)
    @MenuPlace(text = "menu.links", icon = "person", group = MenuGroup.PEOPLE, order = 20)
    ResponseEntity<String> search(Frame frame) {
        return page(null, null, frame);
    }

    /// By a card, or by a facility's code and chart number.
    @PostMapping("/office/links/search")
    @Rule(Right.OFFICE)
    @ChecksNumbers({"card", "number"})
    ResponseEntity<String> find(
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "") String facility,
            @RequestParam(defaultValue = "") String number,
            Requester requester,
            Frame frame) {
        if (CardNumber.holdsMyNumber(card) || MyNumber.standsIn(number)) {
            return searched("my-number", card, facility, number, frame);
        }
        var found = card.isBlank() ? byNumber(facility, number) : cards.find(card, requester);
        return found.filter(person -> !history.hidden(person))
                .map(person -> to("/office/links/" + person))
                .orElseGet(() -> searched(missed(card, requester), card, facility, number, frame));
    }

    private String missed(String card, Requester requester) {
        return !card.isBlank() && cards.triesLeft(requester) == 0 ? "locked" : "nobody";
    }

    private Optional<PersonId> byNumber(String facility, String number) {
        return facilities
                .byCode(facility.strip())
                .flatMap(known -> persons.current(known.id(), number.strip()))
                .flatMap(persons::holder)
                .map(Persons.ChartHolder::person);
    }

    @GetMapping("/office/links/{person}")
    @Rule(Right.OFFICE)
    ResponseEntity<String> show(
            @PathVariable PersonId person,
            @RequestParam(required = false) @Nullable String problem,
            Requester requester,
            Frame frame) {
        var found = known(person, requester).map(known -> looked(known, requester));
        return found.isEmpty()
                ? pages.notFound(frame)
                : page("not-linked".equals(problem) ? problem : null, found.get(), frame);
    }

    private PersonLinks looked(Person person, Requester requester) {
        return Objects.requireNonNull(transaction.execute(status -> {
            traces.write(Action.LINKS_OPENED, person.id(), requester, Map.of());
            return screens.of(person);
        }));
    }

    /// Somebody protected is shown to the office that looks after protected persons, coming from their
    /// register, which writes the look into the person's log; never to one who is shut out from them, nor by
    /// searching.
    private Optional<Person> known(PersonId person, Requester requester) {
        return !history.hidden(person)
                        || samePersons.of(person).stream()
                                .anyMatch(one -> register.find(one, requester).isPresent())
                ? persons.find(person)
                : Optional.empty();
    }

    /// 「この紐付けは誤り」: the link is taken back and its incident opens.
    @PostMapping("/office/links/{person}/{patient}/error")
    @Rule(Right.OFFICE)
    @ChecksNumbers("why")
    ResponseEntity<String> wrong(
            @PathVariable PersonId person,
            @PathVariable PatientId patient,
            @RequestParam(defaultValue = "") String why,
            @RequestParam(defaultValue = "") String noticed,
            Requester requester,
            Frame frame) {
        var known = known(person, requester);
        if (known.isEmpty()) {
            return pages.notFound(frame);
        }
        var refused = RefusedTakingBack.of(Long.toString(patient.value()), why, noticed, incidents.today());
        if (refused != null) {
            return Pages.answer(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    pages.render(
                            "office/reviewdesk/links",
                            frame,
                            Map.of("page", new LinksScreen(null, looked(known.get(), requester), refused))));
        }
        var incident = incidents.takeBack(
                patient, person, RefusedTakingBack.day(noticed).orElseThrow(), why.strip(), requester);
        return to(
                incident.isPresent()
                        ? "/incidents/" + incident.getAsLong()
                        : "/office/links/" + person + "?problem=not-linked");
    }

    /// The form again as it was filled in; an individual number is never shown.
    private ResponseEntity<String> searched(String problem, String card, String facility, String number, Frame frame) {
        var screen = new LinksScreen(problem, null, null);
        return Pages.answer(
                HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render(
                        "office/reviewdesk/links",
                        frame,
                        Map.of(
                                "page",
                                screen,
                                "card",
                                CardNumber.holdsMyNumber(card) ? "" : card,
                                "facility",
                                facility,
                                "number",
                                MyNumber.standsIn(number) ? "" : number,
                                "byCard",
                                !card.isBlank())));
    }

    private ResponseEntity<String> page(@Nullable String problem, @Nullable PersonLinks found, Frame frame) {
        return Pages.answer(
                HttpStatus.OK,
                pages.render("office/reviewdesk/links", frame, Map.of("page", new LinksScreen(problem, found, null))));
    }

    private static ResponseEntity<String> to(String path) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .header(HttpHeaders.LOCATION, path)
                .build();
    }
}

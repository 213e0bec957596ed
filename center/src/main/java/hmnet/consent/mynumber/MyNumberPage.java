package hmnet.consent.mynumber;

import hmnet.consent.counter.Counter;
import hmnet.consent.counter.CounterSearch;
import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.mynumber.MyNumberScreen.MyNumberHolder;
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
import hmnet.people.patients.PersonId;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The office binds a My Number card to a person; its holder is told the regional ID by it
/// (マイナンバーカード).
@Controller
class MyNumberPage {
    private static final Set<String> DONE = Set.of("bound", "ended");

    private final MyNumberCards cards;
    private final CardQueryLimit cardQueryLimit;
    private final Counter counter;
    private final Protections protections;
    private final Persons persons;
    private final Tickets tickets;
    private final Pages pages;

    MyNumberPage(
            MyNumberCards cards,
            CardQueryLimit cardQueryLimit,
            Counter counter,
            Protections protections,
            Persons persons,
            Tickets tickets,
            Pages pages) {
        this.cards = cards;
        this.cardQueryLimit = cardQueryLimit;
        this.counter = counter;
        this.protections = protections;
        this.persons = persons;
        this.tickets = tickets;
        this.pages = pages;
    }

    @GetMapping("/office/my-number-cards")
    @Rule(Right.OFFICE)
    @MenuPlace(text = "menu.my-number-cards", icon = "id", group = MenuGroup.CARDS, order = 70)
    ResponseEntity<String> show(@RequestParam(required = false) @Nullable String done, Frame frame) {
        return office(null, Pages.known(DONE, done), List.of(), CounterSearch.NONE, frame);
    }

    @PostMapping("/office/my-number-cards/search")
    @Rule(Right.OFFICE)
    @ChecksNumbers("who")
    ResponseEntity<String> find(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String birth,
            Requester requester,
            Frame frame) {
        var search = new CounterSearch(who, birth);
        if (search.problem() != null) {
            return office(search.problem(), null, List.of(), search, frame);
        }
        var found = counter.find(who, search.born().orElseThrow(), requester).stream()
                .map(person -> found(person, requester))
                .toList();
        return office(found.isEmpty() ? "not-found" : null, null, found, search, frame);
    }

    @PostMapping("/office/my-number-cards")
    @Rule(Right.OFFICE)
    ResponseEntity<String> bind(
            @RequestParam(defaultValue = "") String ticket,
            @RequestParam(defaultValue = "") String answer,
            Requester requester,
            Frame frame) {
        var person = of(ticket, requester);
        if (person.isEmpty()) {
            return office("again", null, List.of(), CounterSearch.NONE, frame);
        }
        return switch (cards.bind(person.get(), answer, requester)) {
            // The person stays found: what the card answered is put right, and not who it is asked for.
            case CardPresentation.Refused(var why) ->
                office(
                        word(why),
                        null,
                        persons.find(person.get()).stream()
                                .map(known -> found(known, requester))
                                .toList(),
                        CounterSearch.NONE,
                        frame);
            case CardPresentation.Bound bound -> Pages.seeOther("/office/my-number-cards?done=bound");
            case CardPresentation.Told told -> throw new IllegalStateException("Binding a card tells nobody an ID");
        };
    }

    @PostMapping("/office/my-number-cards/end")
    @Rule(Right.OFFICE)
    ResponseEntity<String> end(@RequestParam(defaultValue = "") String ticket, Requester requester, Frame frame) {
        var person = of(ticket, requester);
        person.ifPresent(known -> cards.end(known, requester));
        return person.isEmpty()
                ? office("again", null, List.of(), CounterSearch.NONE, frame)
                : Pages.seeOther("/office/my-number-cards?done=ended");
    }

    /// For the resident, who signs in with nothing but the card.
    @GetMapping("/my-number-card")
    @Rule(Right.PUBLIC)
    ResponseEntity<String> resident(Frame frame) {
        return page(
                HttpStatus.OK,
                new MyNumberScreen(null, null, false, cards.offered(), challenge(), List.of(), null),
                frame);
    }

    @PostMapping("/my-number-card/regional-id")
    @Rule(Right.PUBLIC)
    ResponseEntity<String> regionalId(
            @RequestParam(defaultValue = "") String answer, HttpServletRequest request, Frame frame) {
        return regionalId(answer, request.getRemoteAddr(), frame);
    }

    ResponseEntity<String> regionalId(String answer, String address, Frame frame) {
        if (!cardQueryLimit.charged(address)) {
            return refused(HttpStatus.TOO_MANY_REQUESTS, "often", frame);
        }
        return switch (cards.regionalId(answer)) {
            case CardPresentation.Told(var person, var id) -> {
                cardQueryLimit.giveBack(address);
                yield page(
                        HttpStatus.OK, new MyNumberScreen(null, null, false, true, challenge(), List.of(), id), frame);
            }
            case CardPresentation.Refused(var why) -> refused(HttpStatus.UNPROCESSABLE_CONTENT, word(why), frame);
            case CardPresentation.Bound bound -> throw new IllegalStateException("Asking for an ID binds no card");
        };
    }

    private ResponseEntity<String> refused(HttpStatus status, String problem, Frame frame) {
        return page(
                status, new MyNumberScreen(problem, null, false, cards.offered(), challenge(), List.of(), null), frame);
    }

    private String challenge() {
        return cards.challenge();
    }

    private static String word(CardPresentation.CardRefusal why) {
        return why.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private Optional<PersonId> of(String ticket, Requester requester) {
        return tickets.read(ticket, requester, Set.of("my-number-card"))
                .map(Ticket::person)
                .filter(person -> !protections.keeps(requester, person));
    }

    private MyNumberHolder found(Person person, Requester requester) {
        return new MyNumberHolder(
                person.name(),
                person.kana(),
                person.birthDate(),
                tickets.write(new Ticket(person.id(), "my-number-card"), requester),
                cards.boundUntil(person.id()).orElse(null));
    }

    private ResponseEntity<String> office(
            @Nullable String problem,
            @Nullable String done,
            List<MyNumberHolder> found,
            CounterSearch search,
            Frame frame) {
        return page(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                new MyNumberScreen(problem, done, true, cards.offered(), challenge(), found, null),
                search,
                frame);
    }

    private ResponseEntity<String> page(HttpStatus status, MyNumberScreen screen, Frame frame) {
        return page(status, screen, CounterSearch.NONE, frame);
    }

    private ResponseEntity<String> page(HttpStatus status, MyNumberScreen screen, CounterSearch search, Frame frame) {
        var answer = Pages.answer(
                status, pages.render("consent/mynumber/my-number", frame, Map.of("page", screen, "search", search)));
        return ResponseEntity.status(status)
                .headers(answer.getHeaders())
                .cacheControl(CacheControl.noStore())
                .body(answer.getBody());
    }
}

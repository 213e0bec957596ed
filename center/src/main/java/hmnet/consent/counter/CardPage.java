package hmnet.consent.counter;

import hmnet.consent.cards.BirthDates;
import hmnet.consent.cards.CardQr;
import hmnet.consent.cards.CardSchemes;
import hmnet.consent.cards.Cards;
import hmnet.consent.cards.Cards.TypedCard;
import hmnet.consent.counter.CardScreen.TypedScreen;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.protection.Protections;
import hmnet.consent.relations.RelationOrigin;
import hmnet.consent.relations.Relations;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.links.Person;
import hmnet.people.links.Persons;
import hmnet.people.patients.MyNumber;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
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

/// From a card to a chart in two actions (カードを読む → この方と連携する). No demographics are shown before
/// a card was read, or its number typed with the birth date.
@Controller
class CardPage {
    private static final ZoneId JAPAN = ZoneId.of("Asia/Tokyo");

    /// Pages of a chart that a card may lead to; the first one else.
    private static final Set<String> THEN = Set.of("summary", "home-vitals", "laboratory");

    /// A card was read or typed. What another counter's page proves, such as that of protection, begins no
    /// relation.
    private static final Set<String> SHOWN = Set.of(RelationOrigin.CARD.word(), RelationOrigin.TYPED.word());

    private final Cards cards;
    private final CardSchemes schemes;
    private final Persons persons;
    private final Relations relations;
    private final Protections protections;
    private final Tickets tickets;
    private final Pages pages;
    private final Clock clock;

    CardPage(
            Cards cards,
            CardSchemes schemes,
            Persons persons,
            Relations relations,
            Protections protections,
            Tickets tickets,
            Pages pages,
            Clock clock) {
        this.cards = cards;
        this.schemes = schemes;
        this.persons = persons;
        this.relations = relations;
        this.protections = protections;
        this.tickets = tickets;
        this.pages = pages;
        this.clock = clock;
    }

    /// A card was read, by a reader or a camera.
    ///
    /// @param then the page of the chart that it leads to
    @PostMapping("/cards/reading")
    @Rule(Right.LINK)
    @ChecksNumbers("code")
    ResponseEntity<String> read(
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "summary") String then,
            Requester requester,
            Frame frame) {
        if (MyNumber.looksLike(code)) {
            return to("/?problem=my-number");
        }
        if (!schemes.recognise(code).isEmpty()) {
            return again("number-only", code, "", requester, frame);
        }
        return cards.readQr(code, requester)
                .map(person -> confirm(new Ticket(person, RelationOrigin.CARD.word()), then, requester))
                .orElseGet(() -> to(cards.passed(code) ? "/?problem=passed" : "/?problem=not-a-card"));
    }

    @GetMapping("/cards/typed")
    @Rule(Right.LINK)
    @MenuPlace(text = "menu.typed-card", icon = "card", group = MenuGroup.CARE, order = 20)
    ResponseEntity<String> typed(Requester requester, Frame frame) {
        return again(null, "", "", requester, frame);
    }

    /// A number was typed; it counts only with the birth date.
    @PostMapping("/cards/typed")
    @Rule(Right.LINK)
    @ChecksNumbers({"number", "birth"})
    ResponseEntity<String> typed(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String birth,
            Requester requester,
            Frame frame) {
        if (MyNumber.looksLike(number)) {
            return again("my-number", "", MyNumber.looksLike(birth) ? "" : birth, requester, frame);
        }
        if (CardQr.looksLike(number) || CardQr.looksLike(birth)) {
            return read(CardQr.looksLike(number) ? number : birth, "summary", requester, frame);
        }
        var card = schemes.recognise(number);
        var birthDate = BirthDates.parse(birth, LocalDate.ofInstant(clock.instant(), JAPAN));
        if (card.isEmpty() || birthDate.isEmpty()) {
            return again(card.isEmpty() ? "not-a-card" : "birth", number, birth, requester, frame);
        }
        return switch (cards.readTyped(card, birthDate.get(), requester)) {
            case TypedCard.Known(var person, var issuer) ->
                confirm(
                        new Ticket(person, RelationOrigin.TYPED.word(), issuer == null ? 0 : issuer.value()),
                        "summary",
                        requester);
            case TypedCard.Unknown() -> again("no-match", number, birth, requester, frame);
            case TypedCard.Locked() -> again("locked", "", "", requester, frame);
        };
    }

    /// The person at the desk is the one on the screen: the facility cares for them from now on.
    @PostMapping("/relations")
    @Rule(Right.LINK)
    ResponseEntity<String> relate(
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "summary") String then,
            Requester requester) {
        var ticket = tickets.read(card, requester, SHOWN);
        if (ticket.isEmpty()) {
            return to("/?problem=not-a-card");
        }
        if (!begin(ticket.get(), requester)) {
            return to("/?problem=not-a-card");
        }
        return requester.may(Right.VIEW_CHART) ? to(chart(ticket.get(), then)) : to("/");
    }

    private static String chart(Ticket shown, String then) {
        return "/people/" + shown.person() + "/" + known(then);
    }

    private static String known(String then) {
        return THEN.contains(then) ? then : "summary";
    }

    private boolean begin(Ticket ticket, Requester requester) {
        var issuer = ticket.issuer() == 0 ? null : new FacilityId(ticket.issuer());
        return relations.begin(requester, ticket.person(), RelationOrigin.of(ticket.how()), issuer);
    }

    /// The chart of one linked already opens at once; the relation is prolonged. Whose card another one is stands at an
    /// address of its own, for as long as the ticket holds: going back from the chart finds it again, and reads no
    /// card twice.
    private ResponseEntity<String> confirm(Ticket shown, String then, Requester requester) {
        if (relations.holds(requester.facility(), shown.person())
                && begin(shown, requester)
                && requester.may(Right.VIEW_CHART)) {
            return to(chart(shown, then));
        }
        var on = known(then).equals("summary") ? "" : "&then=" + known(then);
        return to("/cards/holder?card=" + tickets.write(shown, requester) + on);
    }

    @GetMapping("/cards/holder")
    @Rule(Right.LINK)
    ResponseEntity<String> holder(
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "summary") String then,
            Requester requester,
            Frame frame) {
        var ticket =
                tickets.read(card, requester, SHOWN).filter(shown -> !protections.keeps(requester, shown.person()));
        var person = ticket.flatMap(shown -> persons.find(shown.person()));
        if (ticket.isEmpty() || person.isEmpty()) {
            return to("/");
        }
        var linked = relations.holds(requester.facility(), person.get().id());
        var screen = screen(person.get(), ticket.get(), known(then), linked, requester);
        return Pages.answer(HttpStatus.OK, pages.render("consent/counter/card", frame, Map.of("page", screen)));
    }

    private CardScreen screen(Person person, Ticket shown, String then, boolean linked, Requester requester) {
        return new CardScreen(
                person.name(),
                person.kana(),
                person.birthDate(),
                (int) ChronoUnit.YEARS.between(person.birthDate(), LocalDate.ofInstant(clock.instant(), JAPAN)),
                person.sex(),
                protections.hiddenFrom(requester, List.of(person.id())).isEmpty() ? person.town() : "",
                tickets.write(shown, requester),
                then,
                linked && requester.may(Right.VIEW_CHART) ? chart(shown, then) : null,
                linked,
                RelationOrigin.of(shown.how()) == RelationOrigin.TYPED);
    }

    private ResponseEntity<String> again(
            @Nullable String problem, String number, String birth, Requester requester, Frame frame) {
        var screen = new TypedScreen(problem, number, birth, cards.triesLeft(requester));
        return Pages.answer(
                problem == null || problem.equals("number-only") ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("consent/counter/typed", frame, Map.of("page", screen)));
    }

    static ResponseEntity<String> to(String path) {
        return Pages.seeOther(path);
    }
}

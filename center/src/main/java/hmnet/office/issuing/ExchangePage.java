package hmnet.office.issuing;

import hmnet.consent.cards.CardSchemes;
import hmnet.consent.cards.Cards;
import hmnet.consent.cards.Cards.TypedCard;
import hmnet.consent.cards.DisclosureCards;
import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.counter.CounterSearch;
import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.notices.ConsentNotices;
import hmnet.consent.protection.Protections;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.issuing.ExchangeScreen.ExchangeHolder;
import hmnet.people.links.Persons;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One act at the office or at the issuing hospital's desk: HM card, consent anew, last day of the old card
/// (開示カードからHMカードへの切替).
@Controller
class ExchangePage {
    private static final String TYPED = "exchange";

    private final Cards cards;
    private final CardSchemes schemes;
    private final DisclosureCards disclosureCards;
    private final Persons persons;
    private final Facilities facilities;
    private final Issuers issuers;
    private final Protections protections;
    private final CardDrawings drawings;
    private final Tickets tickets;
    private final Pages pages;
    private final ConsentNotices notices;

    ExchangePage(
            Cards cards,
            CardSchemes schemes,
            DisclosureCards disclosureCards,
            Persons persons,
            Facilities facilities,
            Issuers issuers,
            Protections protections,
            CardDrawings drawings,
            Tickets tickets,
            Pages pages,
            ConsentNotices notices) {
        this.notices = notices;
        this.cards = cards;
        this.schemes = schemes;
        this.disclosureCards = disclosureCards;
        this.persons = persons;
        this.facilities = facilities;
        this.issuers = issuers;
        this.protections = protections;
        this.drawings = drawings;
        this.tickets = tickets;
        this.pages = pages;
    }

    @GetMapping("/card-exchange")
    @Rule(Right.EXCHANGE_CARD)
    @MenuPlace(text = "menu.card-exchange", icon = "id", group = MenuGroup.CARDS, order = 50)
    ResponseEntity<String> show(Frame frame) {
        return page(null, null, CounterSearch.NONE, frame);
    }

    @PostMapping("/card-exchange/search")
    @Rule(Right.EXCHANGE_CARD)
    @ChecksNumbers("number")
    ResponseEntity<String> find(
            @RequestParam(defaultValue = "") String number,
            @RequestParam(defaultValue = "") String birth,
            Requester requester,
            Frame frame) {
        var search = new CounterSearch(number, birth);
        if (search.problem() != null) {
            return page(search.problem(), null, search, frame);
        }
        return cards.readTyped(schemes.recognise(number), search.born().orElseThrow(), requester)
                                instanceof TypedCard.Known(var person, var issuer)
                        && issuer != null
                        && issuers.standsFor(issuer, requester)
                ? page(null, found(new Ticket(person, TYPED, issuer.value()), requester), search, frame)
                : page("not-found", null, search, frame);
    }

    @PostMapping("/card-exchange")
    @Rule(Right.EXCHANGE_CARD)
    ResponseEntity<String> exchange(
            @RequestParam(defaultValue = "") String ticket,
            @RequestParam(defaultValue = "") String position,
            @RequestParam(defaultValue = "") String how,
            @RequestParam(defaultValue = "-1") int months,
            Requester requester,
            Frame frame) {
        var shown = tickets.read(ticket, requester, Set.of(TYPED))
                .filter(t -> t.issuer() != 0 && issuers.standsFor(new FacilityId(t.issuer()), requester))
                .filter(t -> !protections.keeps(requester, t.person()));
        if (shown.isEmpty()) {
            return page("not-found", null, CounterSearch.NONE, frame);
        }
        var choice = ConsentChoice.of(position);
        if (choice.isEmpty() || !how.matches("paper|oral|card") || !ExchangeScreen.MONTHS.contains(months)) {
            return page("missing", found(shown.get(), requester), CounterSearch.NONE, frame);
        }
        disclosureCards.exchange(
                persons.find(shown.get().person()).orElseThrow(),
                new FacilityId(shown.get().issuer()),
                choice.get(),
                how,
                notices.current(),
                drawings.today().plusMonths(months),
                requester);
        return Pages.seeOther("/card-exchange/issued?card="
                + tickets.write(new Ticket(shown.get().person(), IssuePage.ISSUED), requester));
    }

    /// The new card, to whom made it, to be printed now.
    @GetMapping("/card-exchange/issued")
    @Rule(Right.EXCHANGE_CARD)
    ResponseEntity<String> exchanged(@RequestParam(defaultValue = "") String card, Requester requester, Frame frame) {
        return tickets.read(card, requester, Set.of(IssuePage.ISSUED))
                .map(Ticket::person)
                .filter(person -> !protections.keeps(requester, person))
                .flatMap(drawings::working)
                .map(drawn -> Pages.answer(
                        HttpStatus.OK,
                        pages.render(
                                "office/issuing/office-card", frame, Map.of("page", OfficeCardScreen.issued(drawn)))))
                .orElseGet(() -> Pages.seeOther("/card-exchange"));
    }

    private ExchangeHolder found(Ticket shown, Requester requester) {
        var person = persons.find(shown.person()).orElseThrow();
        return new ExchangeHolder(
                person.name(),
                person.kana(),
                person.birthDate(),
                facilities.get(new FacilityId(shown.issuer())).name(),
                tickets.write(shown, requester));
    }

    private ResponseEntity<String> page(
            @Nullable String problem, @Nullable ExchangeHolder found, CounterSearch search, Frame frame) {
        var screen = new ExchangeScreen(problem, found);
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("office/issuing/exchange", frame, Map.of("page", screen, "search", search)));
    }
}

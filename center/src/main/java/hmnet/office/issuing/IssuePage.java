package hmnet.office.issuing;

import hmnet.consent.cards.BirthDates;
import hmnet.consent.cards.Cards;
import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.protection.Protections;
import hmnet.ground.design.Frame;
import hmnet.ground.design.JapaneseDates;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.issuing.OfficeCardScreen.IssueLook;
import hmnet.office.issuing.PeopleScreen.CardLine;
import hmnet.people.links.Persons;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// A card is issued for an application (カード発行), at the office or by the association it was delegated to.
@Controller
class IssuePage {
    static final String ISSUED = "issued";
    private static final int MOST = 500;
    private final IssuingRights issuingRights;
    private final Cards cards;
    private final Persons persons;
    private final Protections protections;
    private final CardDrawings drawings;
    private final Tickets tickets;
    private final Pages pages;

    IssuePage(
            IssuingRights issuingRights,
            Cards cards,
            Persons persons,
            Protections protections,
            CardDrawings drawings,
            Tickets tickets,
            Pages pages) {
        this.issuingRights = issuingRights;
        this.protections = protections;
        this.tickets = tickets;
        this.cards = cards;
        this.persons = persons;
        this.drawings = drawings;
        this.pages = pages;
    }

    @GetMapping("/office/cards")
    @Rule(Right.ISSUE)
    @MenuPlace(text = "menu.cards", icon = "id", group = MenuGroup.CARDS, order = 10)
    ResponseEntity<String> cards(Frame frame) {
        return page(OfficeCardScreen.form(null, Map.of(), Application.empty()), frame);
    }

    /// A look at what was typed: nothing is issued yet.
    @PostMapping("/office/cards")
    @Rule(Right.ISSUE)
    @ChecksNumbers({"name", "kana", "birth", "address"})
    ResponseEntity<String> look(Application application, Frame frame) {
        var problems = application.problems(drawings.today());
        var birth = BirthDates.parse(application.birth(), drawings.today());
        if (!problems.isEmpty() || birth.isEmpty()) {
            return page(OfficeCardScreen.form("look", problems, application.withoutMyNumber()), frame);
        }
        var person = application.person(birth.get());
        var look = new IssueLook(
                birth.get(),
                JapaneseDates.age(birth.get(), drawings.today()),
                person.kana(),
                cards.issuedTo(person),
                !person.givenName().isEmpty() && !person.givenKana().isEmpty());
        return page(new OfficeCardScreen(null, Map.of(), application, look, null), frame);
    }

    @PostMapping("/office/cards/change")
    @Rule(Right.ISSUE)
    @ChecksNumbers({"name", "kana", "birth", "address"})
    ResponseEntity<String> change(Application application, Frame frame) {
        return page(OfficeCardScreen.form(null, Map.of(), application.withoutMyNumber()), frame);
    }

    /// The card of what was looked at. Going back and pressing again issues no second one, which would end
    /// the first.
    ///
    /// @param before how many cards the person had when it was looked at
    @PostMapping("/office/cards/issue")
    @Rule(Right.ISSUE)
    @ChecksNumbers({"name", "kana", "birth", "address"})
    ResponseEntity<String> issue(
            Application application, @RequestParam(defaultValue = "-1") int before, Requester requester, Frame frame) {
        var birth = BirthDates.parse(application.birth(), drawings.today());
        if (birth.isEmpty() || !application.problems(drawings.today()).isEmpty()) {
            return look(application, frame);
        }
        var person = application.person(birth.get());
        if (cards.issuedTo(person) != before) {
            return page(OfficeCardScreen.form("issued-meanwhile", Map.of(), application), frame);
        }
        return issuingRights
                .issue(person, requester)
                .map(issued -> Pages.seeOther("/office/cards/issued?card="
                        + tickets.write(new Ticket(issued.holder().id(), ISSUED), requester)))
                .orElseGet(() -> page(OfficeCardScreen.form("elsewhere", Map.of(), application), frame));
    }

    /// The card just issued, to whom issued it, to be printed now.
    @GetMapping("/office/cards/issued")
    @Rule(Right.ISSUE)
    ResponseEntity<String> issued(@RequestParam(defaultValue = "") String card, Requester requester, Frame frame) {
        return tickets.read(card, requester, Set.of(ISSUED))
                .map(Ticket::person)
                .filter(person -> !protections.keeps(requester, person))
                .flatMap(drawings::working)
                .map(drawn -> page(OfficeCardScreen.issued(drawn), frame))
                .orElseGet(() -> Pages.seeOther("/office/cards"));
    }

    /// What the requester's own organisation issued, and nothing else.
    @GetMapping("/office/issued")
    @Rule(Right.ISSUE)
    ResponseEntity<String> issued(Requester requester, Frame frame) {
        var lines = cards.issuedAt(requester.facility(), MOST).stream()
                .flatMap(
                        here -> persons
                                .find(here.person())
                                .map(person -> PeopleScreen.CardLine.of(here.card(), person.name()))
                                .stream())
                .toList();
        return Pages.answer(
                HttpStatus.OK, pages.render("office/issuing/issued", frame, Map.of("page", new IssuedScreen(lines))));
    }

    private ResponseEntity<String> page(OfficeCardScreen screen, Frame frame) {
        return Pages.answer(
                screen.problem() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("office/issuing/office-card", frame, Map.of("page", screen)));
    }

    /// The cards that the reader's own organisation issued (自組織の発行一覧).
    record IssuedScreen(List<CardLine> lines) {}
}

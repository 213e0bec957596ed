package hmnet.office.issuing;

import hmnet.consent.cards.BirthDates;
import hmnet.consent.cards.Cards;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.office.issuing.OfficeCardScreen.CardOnPaper;
import hmnet.people.links.Persons;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;

/// A card is issued for an application (カード発行), at the office or by the association it was delegated to.
@Controller
class IssuePage {
    private static final int MOST = 500;
    private final IssuingRights issuingRights;
    private final Cards cards;
    private final Persons persons;
    private final CardDrawings drawings;
    private final Pages pages;

    IssuePage(IssuingRights issuingRights, Cards cards, Persons persons, CardDrawings drawings, Pages pages) {
        this.issuingRights = issuingRights;
        this.cards = cards;
        this.persons = persons;
        this.drawings = drawings;
        this.pages = pages;
    }

    @GetMapping("/office/cards")
    @Rule(Right.ISSUE)
    @MenuPlace(text = "menu.cards", icon = "id", group = MenuGroup.CARDS, order = 10)
    ResponseEntity<String> cards(Frame frame) {
        return card(null, null, frame);
    }

    @PostMapping("/office/cards")
    @Rule(Right.ISSUE)
    ResponseEntity<String> issue(Application application, Requester requester, Frame frame) {
        if (application.holdsMyNumber()) {
            return card("my-number", null, frame);
        }
        var birth = BirthDates.parse(application.birth());
        if (!application.complete() || birth.isEmpty()) {
            return card(application.complete() ? "birth" : "missing", null, frame);
        }
        return issuingRights
                .issue(application.person(birth.get()), requester)
                .map(issued -> card(null, drawings.of(issued), frame))
                .orElseGet(() -> card("elsewhere", null, frame));
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

    private ResponseEntity<String> card(@Nullable String problem, @Nullable CardOnPaper issued, Frame frame) {
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render(
                        "office/issuing/office-card", frame, Map.of("page", new OfficeCardScreen(problem, issued))));
    }
}

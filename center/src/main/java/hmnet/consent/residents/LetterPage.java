package hmnet.consent.residents;

import hmnet.consent.cards.Cards;
import hmnet.consent.counter.ProvenPersons;
import hmnet.consent.counter.Tickets;
import hmnet.consent.counter.Tickets.Ticket;
import hmnet.consent.residents.LetterScreen.LetterHolder;
import hmnet.consent.residents.LetterScreen.PrintedLetter;
import hmnet.consent.residents.ResidentAccounts.IssuedLetter;
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
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// The office prints the letter with which a resident comes in for the first time (事務局: 本人用お手紙). Its code stands on
/// this one page and nowhere else.
@Controller
class LetterPage {
    private static final String FOUND = "letter";

    private final ProvenPersons provenPersons;
    private final Cards cards;
    private final Persons persons;
    private final Tickets tickets;
    private final ResidentAccounts accounts;
    private final ResidentStanding standing;
    private final Pages pages;

    LetterPage(
            ProvenPersons provenPersons,
            Cards cards,
            Persons persons,
            Tickets tickets,
            ResidentAccounts accounts,
            ResidentStanding standing,
            Pages pages) {
        this.provenPersons = provenPersons;
        this.cards = cards;
        this.persons = persons;
        this.tickets = tickets;
        this.accounts = accounts;
        this.standing = standing;
        this.pages = pages;
    }

    @GetMapping("/office/letters")
    @Rule(Right.OFFICE)
    @MenuPlace(text = "menu.letters", icon = "person", group = MenuGroup.CARDS, order = 25)
    ResponseEntity<String> show(Frame frame) {
        return page(new LetterScreen(null, null), "", frame);
    }

    @PostMapping("/office/letters/search")
    @Rule(Right.OFFICE)
    @ChecksNumbers("code")
    ResponseEntity<String> find(@RequestParam(defaultValue = "") String code, Requester requester, Frame frame) {
        if (MyNumber.looksLike(code)) {
            return page(new LetterScreen("my-number", null), "", frame);
        }
        return cards.find(code, requester)
                .flatMap(persons::find)
                .map(person -> page(new LetterScreen(null, found(person, requester)), "", frame))
                .orElseGet(() -> page(
                        new LetterScreen(cards.triesLeft(requester) == 0 ? "locked" : "no-card", null), code, frame));
    }

    @PostMapping("/office/letters")
    @Rule(Right.OFFICE)
    ResponseEntity<String> print(
            @RequestParam(defaultValue = "") String card,
            Requester requester,
            HttpServletRequest request,
            Frame frame) {
        var person = provenPersons.find(card, requester, Set.of(FOUND));
        if (person.isEmpty()) {
            return page(new LetterScreen("no-card", null), "", frame);
        }
        return accounts.issueLetter(person.get().id(), requester)
                .map(letter -> letter(person.get(), letter, request, frame))
                .orElseGet(() -> page(new LetterScreen("refused", null), "", frame));
    }

    private ResponseEntity<String> letter(Person person, IssuedLetter issued, HttpServletRequest request, Frame frame) {
        var letter = new PrintedLetter(
                person.name(), issued.code().printed(), standing.today(), issued.lastDay(), address(request));
        return Pages.answer(HttpStatus.OK, pages.render("consent/residents/letter", frame, Map.of("page", letter)));
    }

    /// As this browser reached the centre.
    private static String address(HttpServletRequest request) {
        return ServletUriComponentsBuilder.fromContextPath(request)
                .path("/my/first")
                .build()
                .toUriString();
    }

    private LetterHolder found(Person person, Requester requester) {
        return new LetterHolder(
                person.name(),
                person.kana(),
                person.birthDate(),
                tickets.write(new Ticket(person.id(), FOUND), requester));
    }

    /// @param code what was typed, to be put right
    private ResponseEntity<String> page(LetterScreen screen, String code, Frame frame) {
        return Pages.answer(
                screen.problem() == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("consent/residents/letters", frame, Map.of("page", screen, "code", code)));
    }
}

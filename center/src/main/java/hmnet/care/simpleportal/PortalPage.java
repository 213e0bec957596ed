package hmnet.care.simpleportal;

import hmnet.care.simpleportal.PortalScreen.CheckedCard;
import hmnet.care.simpleportal.PortalScreen.PortalLine;
import hmnet.care.simpleportal.PortalScreen.PortalList;
import hmnet.care.today.TodaysPatients;
import hmnet.consent.cards.CardSchemes;
import hmnet.consent.cards.Cards;
import hmnet.consent.consents.Consents;
import hmnet.consent.protection.Protections;
import hmnet.consent.relations.Relations;
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
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// First what, then whom: a function by one of three large buttons, then a card or somebody of today (簡易ポータル).
@Controller
class PortalPage {
    private static final String PATH = "/portal";
    private static final String REGISTRATION = "/portal/registration";

    private final TodaysPatients patients;
    private final Cards cards;
    private final CardSchemes schemes;
    private final Persons persons;
    private final Relations relations;
    private final Consents consents;
    private final Protections protections;
    private final Pages pages;

    PortalPage(
            TodaysPatients patients,
            Cards cards,
            CardSchemes schemes,
            Persons persons,
            Relations relations,
            Consents consents,
            Protections protections,
            Pages pages) {
        this.patients = patients;
        this.cards = cards;
        this.schemes = schemes;
        this.persons = persons;
        this.relations = relations;
        this.consents = consents;
        this.protections = protections;
        this.pages = pages;
    }

    @GetMapping(PATH)
    @Rule(Right.LINK)
    @MenuPlace(text = "menu.simple-portal", icon = "home", group = MenuGroup.CARE, order = 11)
    ResponseEntity<String> show(Frame frame) {
        return Pages.answer(HttpStatus.OK, pages.render("care/simpleportal/portal", frame, Map.of()));
    }

    /// ひろしま健康手帳ビューワ of whom.
    @GetMapping("/portal/viewer")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> viewer(Requester requester, Frame frame) {
        return list("viewer", "home-vitals", requester, frame);
    }

    /// 検査データ of whom.
    @GetMapping("/portal/results")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> results(Requester requester, Frame frame) {
        return list("results", "laboratory", requester, frame);
    }

    private ResponseEntity<String> list(String word, String then, Requester requester, Frame frame) {
        var lines = patients.shown(requester).stream()
                .filter(one -> one.person() != null && one.tied())
                .map(one -> new PortalLine(
                        "/people/" + one.person() + "/" + then, one.name(), one.kana(), one.birth(), one.number()))
                .toList();
        return Pages.answer(
                HttpStatus.OK,
                pages.render("care/simpleportal/whom", frame, Map.of("page", new PortalList(word, then, lines))));
    }

    @GetMapping(REGISTRATION)
    @Rule(Right.LINK)
    ResponseEntity<String> registration(Frame frame) {
        return checked(HttpStatus.OK, null, null, frame);
    }

    /// Whether a card works and whose it is: told to whoever has it in hand. No relation begins by it, and nothing of
    /// the chart is opened.
    @PostMapping(REGISTRATION)
    @Rule(Right.LINK)
    @ChecksNumbers("code")
    ResponseEntity<String> check(@RequestParam(defaultValue = "") String code, Requester requester, Frame frame) {
        if (MyNumber.looksLike(code)) {
            return checked(HttpStatus.UNPROCESSABLE_CONTENT, "my-number", null, frame);
        }
        if (!schemes.recognise(code).isEmpty()) {
            return checked(HttpStatus.UNPROCESSABLE_CONTENT, "number-only", null, frame);
        }
        return cards.readQr(code, requester)
                .filter(person -> !protections.keeps(requester, person))
                .flatMap(persons::find)
                .map(person -> checked(HttpStatus.OK, null, card(person, code, requester), frame))
                .orElseGet(() -> checked(
                        HttpStatus.UNPROCESSABLE_CONTENT, cards.passed(code) ? "passed" : "unknown", null, frame));
    }

    private CheckedCard card(Person person, String code, Requester requester) {
        var linked = relations.holds(requester.facility(), person.id());
        return new CheckedCard(
                person.name(),
                person.kana(),
                person.birthDate(),
                person.sex(),
                code,
                linked ? consents.of(person.id()).state() : null);
    }

    private ResponseEntity<String> checked(
            HttpStatus status, @Nullable String problem, @Nullable CheckedCard card, Frame frame) {
        return Pages.answer(
                status,
                pages.render("care/simpleportal/registration", frame, Map.of("page", new PortalScreen(problem, card))));
    }
}

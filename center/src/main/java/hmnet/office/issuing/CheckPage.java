package hmnet.office.issuing;

import hmnet.consent.cards.BirthDates;
import hmnet.consent.cards.CardKind;
import hmnet.consent.cards.Cards;
import hmnet.consent.counter.Counter;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.MyNumber;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Whether a person holds an HM card that works (HMカード保持確認・登録確認): yes or no, no name, no relation.
@Controller
class CheckPage {
    private final Counter counter;
    private final Cards cards;
    private final Pages pages;

    CheckPage(Counter counter, Cards cards, Pages pages) {
        this.counter = counter;
        this.cards = cards;
        this.pages = pages;
    }

    @GetMapping("/card-check")
    @Rule(Right.LINK)
    @MenuPlace(text = "menu.card-check", icon = "card", group = MenuGroup.CARE, order = 30)
    ResponseEntity<String> show(Frame frame) {
        return page(null, null, frame);
    }

    @PostMapping("/card-check")
    @Rule(Right.LINK)
    ResponseEntity<String> check(
            @RequestParam String who, @RequestParam String birth, Requester requester, Frame frame) {
        if (MyNumber.looksLike(who)) {
            return page("my-number", null, frame);
        }
        var born = BirthDates.parse(birth);
        if (born.isEmpty()) {
            return page("birth", null, frame);
        }
        var holds = counter.find(who, born.get(), requester).stream()
                .flatMap(person -> cards.history(person.id()).stream())
                .anyMatch(card -> card.active() && card.kind() == CardKind.HM);
        return page(null, holds, frame);
    }

    private ResponseEntity<String> page(@Nullable String problem, @Nullable Boolean holds, Frame frame) {
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("office/issuing/check", frame, Map.of("page", new CheckScreen(problem, holds))));
    }
}

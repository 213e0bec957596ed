package hmnet.office.issuing;

import hmnet.consent.cards.CardKind;
import hmnet.consent.cards.Cards;
import hmnet.consent.counter.Counter;
import hmnet.consent.counter.CounterSearch;
import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
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
        return page(null, null, CounterSearch.NONE, frame);
    }

    @PostMapping("/card-check")
    @Rule(Right.LINK)
    @ChecksNumbers("who")
    ResponseEntity<String> check(
            @RequestParam(defaultValue = "") String who,
            @RequestParam(defaultValue = "") String birth,
            Requester requester,
            Frame frame) {
        var search = new CounterSearch(who, birth);
        if (search.problem() != null) {
            return page(search.problem(), null, search, frame);
        }
        var holds = counter.find(who, search.born().orElseThrow(), requester).stream()
                .flatMap(person -> cards.history(person.id()).stream())
                .anyMatch(card -> card.active() && card.kind() == CardKind.HM);
        return page(null, holds, CounterSearch.NONE, frame);
    }

    private ResponseEntity<String> page(
            @Nullable String problem, @Nullable Boolean holds, CounterSearch search, Frame frame) {
        var screen = new CheckScreen(problem, holds);
        return Pages.answer(
                problem == null ? HttpStatus.OK : HttpStatus.UNPROCESSABLE_CONTENT,
                pages.render("office/issuing/check", frame, Map.of("page", screen, "search", search)));
    }

    /// Where a facility asks whether a person holds an HM card (HMカード保持確認).
    ///
    /// @param problem `birth` or `my-number`; or null
    /// @param holds the answer, or null before it was asked: false for nobody, for no card and for one that was
    ///     stopped
    record CheckScreen(@Nullable String problem, @Nullable Boolean holds) {}
}

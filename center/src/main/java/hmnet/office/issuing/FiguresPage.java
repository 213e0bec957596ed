package hmnet.office.issuing;

import hmnet.consent.cards.CardFigures;
import hmnet.consent.cards.CardFigures.Figures;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// How many cards there are (カードの発行状況), for everybody: a page, and the same as JSON.
@Controller
class FiguresPage {
    private final CardFigures figures;
    private final Pages pages;

    FiguresPage(CardFigures figures, Pages pages) {
        this.figures = figures;
        this.pages = pages;
    }

    @GetMapping("/figures/cards")
    @Rule(Right.PUBLIC)
    ResponseEntity<String> page(Frame frame) {
        return Pages.answer(
                HttpStatus.OK, pages.render("office/issuing/figures", frame, Map.of("page", figures.now())));
    }

    @GetMapping("/figures/cards.json")
    @Rule(Right.PUBLIC)
    ResponseEntity<Figures> json() {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(figures.now());
    }
}

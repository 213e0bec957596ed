package hmnet.care.plainwords;

import hmnet.care.plainwords.PlainWords.PlainWordKind;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// All plain words on one sheet (やさしい言葉の一覧): of no person, to be read or handed over on paper by anybody.
@Controller
class PlainWordsPage {
    private final Pages pages;

    PlainWordsPage(Pages pages) {
        this.pages = pages;
    }

    @GetMapping("/plain-words")
    @Rule(Right.PUBLIC)
    ResponseEntity<String> show(Frame frame) {
        return Pages.answer(
                HttpStatus.OK,
                pages.render("care/plainwords/words", frame, Map.of("kinds", List.of(PlainWordKind.values()))));
    }
}

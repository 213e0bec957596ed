package hmnet.ground.gate;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// Says that an individual number is not taken (個人番号の入力への応答), without saying it again. The browser's way back leads to
/// what was typed.
@ControllerAdvice
class UntakenAnswers {
    private final Pages pages;

    UntakenAnswers(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ResponseEntity<String> tell(UntakenWordsTyped typed, Frame frame) {
        return Pages.answer(HttpStatus.UNPROCESSABLE_CONTENT, pages.render("ground/gate/untaken", frame, Map.of()));
    }
}

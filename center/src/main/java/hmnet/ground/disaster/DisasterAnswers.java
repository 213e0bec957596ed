package hmnet.ground.disaster;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// Tells whoever comes to a disaster view without a disaster mode why it stays closed (災害時モードの外の案内). It says nothing of
/// anybody.
@ControllerAdvice
class DisasterAnswers {
    private final Pages pages;

    DisasterAnswers(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ResponseEntity<String> tell(DisasterModeOff refused, Frame frame) {
        return Pages.answer(HttpStatus.FORBIDDEN, pages.render("ground/disaster/off", frame, Map.of()));
    }
}

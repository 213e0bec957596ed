package hmnet.ground.gate;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// Tells emergency staff which door is theirs (救急の方への案内), whatever person or record they asked about: the answer is
/// the same for one who exists and one who does not.
@ControllerAdvice
class EmergencyAnswers {
    private final Pages pages;

    EmergencyAnswers(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ResponseEntity<String> tell(EmergencyDoorsOnly refused, Frame frame) {
        return Pages.answer(HttpStatus.FORBIDDEN, pages.render("ground/gate/emergency", frame, Map.of()));
    }
}

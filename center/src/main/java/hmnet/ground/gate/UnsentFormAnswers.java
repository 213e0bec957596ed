package hmnet.ground.gate;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// Says that a form was not sent on, and keeps what was typed (未送信の案内). `SameOrigin` has turned away before what
/// another site made the browser send.
@ControllerAdvice
class UnsentFormAnswers {
    private final Pages pages;

    UnsentFormAnswers(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ResponseEntity<String> tell(SessionClosed closed, HttpServletRequest request, Frame frame) {
        var form = UnsentForm.of(closed.page(), request);
        return Pages.answer(HttpStatus.UNAUTHORIZED, pages.render("ground/gate/unsent", frame, Map.of("page", form)));
    }
}

package hmnet.ground.crewshifts;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;

/// Tells a crew why the emergency doors stay closed here, and how they open (救急隊への案内). It says nothing of anybody.
@ControllerAdvice
class CrewAnswers {
    private final Pages pages;

    CrewAnswers(Pages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ResponseEntity<String> tell(CrewTurnedAway refused, Frame frame) {
        return Pages.answer(
                HttpStatus.FORBIDDEN,
                pages.render(
                        "ground/crewshifts/turned-away",
                        frame,
                        Map.of("why", refused.objection().word())));
    }
}

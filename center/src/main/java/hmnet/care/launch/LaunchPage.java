package hmnet.care.launch;

import hmnet.care.launch.Launches.LaunchOutcome;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The facility's own system opens a chart (電子カルテからの起動). A browser sends no cookie of ours when another site's
/// link is followed: the first page leads on to the second by itself, which is asked from here, signed in or not.
@Controller
class LaunchPage {
    private final Launches launches;
    private final Pages pages;

    LaunchPage(Launches launches, Pages pages) {
        this.launches = launches;
        this.pages = pages;
    }

    /// Anybody may come with an address; only a good signature leads anywhere, and nothing of a patient is said.
    @GetMapping("/launch")
    @Rule(Right.PUBLIC)
    ResponseEntity<String> launch(@RequestParam Map<String, String> said, Frame frame) {
        return LaunchRequest.of(said)
                .flatMap(launches::take)
                .map(carried -> Pages.answer(
                        HttpStatus.OK, pages.render("care/launch/launch", frame, Map.of("path", "/launch/" + carried))))
                .orElseGet(() -> refused("stale", HttpStatus.FORBIDDEN, frame));
    }

    @GetMapping("/launch/{carried}")
    @Rule(Right.VIEW_CHART)
    ResponseEntity<String> follow(@PathVariable String carried, Requester requester, Frame frame) {
        return switch (launches.follow(carried, requester)) {
            case LaunchOutcome.ChartToOpen(var person, var view) ->
                Pages.seeOther("/people/" + person + "/" + view.word());
            case LaunchOutcome.LaunchRefusal(var why) -> refused(why, HttpStatus.NOT_FOUND, frame);
        };
    }

    private ResponseEntity<String> refused(String why, HttpStatus status, Frame frame) {
        return Pages.answer(status, pages.render("care/launch/refused", frame, Map.of("why", why)));
    }
}

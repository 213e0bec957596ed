package hmnet.care.handbookapp;

import hmnet.consent.mypages.OwnWhoses;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// Where the handbook begins on a telephone (健康手帳の入口). Without scripts it is a plain page with its links.
@Controller
class HandbookHomePage {
    static final String PATH = "/handbook";
    private static final String POLICY = "Content-Security-Policy";

    /// As every page, and the description of the app.
    private static final String OF_PAGE =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self';"
                    + " manifest-src 'self'; worker-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";

    private final OwnWhoses whoses;
    private final List<HandbookReminder> reminders;
    private final Pages pages;

    HandbookHomePage(OwnWhoses whoses, List<HandbookReminder> reminders, Pages pages) {
        this.whoses = whoses;
        this.reminders = List.copyOf(reminders);
        this.pages = pages;
    }

    @Rule(Right.SUBJECT)
    @GetMapping(PATH)
    ResponseEntity<String> show(ResidentCaller resident, Frame frame, HttpServletResponse response) {
        whoses.looked(resident, "home");
        response.setHeader(POLICY, OF_PAGE);
        var whose = whoses.of(resident);
        return Pages.answer(
                HttpStatus.OK,
                pages.render(
                        "care/handbookapp/home",
                        frame.ofResident(),
                        Map.of(
                                "whose",
                                whose,
                                "places",
                                HandbookPlace.of(whose),
                                "reminders",
                                reminders.stream()
                                        .flatMap(one -> one.of(resident, frame.m()).stream())
                                        .toList())));
    }
}

package hmnet.ground.mail;

import hmnet.ground.design.Frame;
import hmnet.ground.design.MenuGroup;
import hmnet.ground.design.MenuPlace;
import hmnet.ground.design.Pages;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Whether alerts leave by mail, to whom, and how it goes (警報メールの状況). Nothing of a person is shown.
@Controller
class MailPage {
    private static final String PATH = "/office/mail";
    private static final Set<String> TOLD = Set.of("test");

    private final MailAlerts alerts;
    private final MailSettings settings;
    private final TransactionOperations transaction;
    private final Pages pages;

    MailPage(MailAlerts alerts, MailSettings settings, TransactionOperations transaction, Pages pages) {
        this.alerts = alerts;
        this.settings = settings;
        this.transaction = transaction;
        this.pages = pages;
    }

    @GetMapping(PATH)
    @Rule(Right.OPERATE)
    @MenuPlace(text = "menu.mail", icon = "warn", group = MenuGroup.NETWORK, order = 59)
    ResponseEntity<String> show(@RequestParam(required = false) @Nullable String told, Frame frame) {
        var screen = new MailScreen(
                settings.on(),
                settings.host() + ":" + settings.usedPort(),
                settings.from(),
                settings.to(),
                alerts.state(),
                Pages.known(TOLD, told));
        return Pages.answer(HttpStatus.OK, pages.render("ground/mail/mail", frame, Map.of("page", screen)));
    }

    /// A mail that tells of nothing.
    @PostMapping("/office/mail/test")
    @Rule(Right.OPERATE)
    ResponseEntity<String> test(Frame frame) {
        if (!settings.on()) {
            return pages.notFound(frame);
        }
        transaction.executeWithoutResult(status -> alerts.raise(MailAlertKind.TEST, 0));
        return Pages.seeOther("/office/mail?told=test");
    }
}

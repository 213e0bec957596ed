package hmnet.office.membership;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.signin.SignInSlip;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// The slip, shown once to whoever confirmed (サインイン票の画面). It is the answer to the form itself: it stands nowhere
/// from where it could be asked for again.
record SlipScreen(String login, String password, String secret, String address, LocalDate lastDay) {
    static ResponseEntity<String> page(SignInSlip slip, Pages pages, Frame frame) {
        var screen =
                new SlipScreen(slip.login(), slip.password(), slip.totpSecret(), slip.totpAddress(), slip.lastDay());
        return Pages.answer(HttpStatus.OK, pages.render("office/membership/slip", frame, Map.of("page", screen)));
    }
}

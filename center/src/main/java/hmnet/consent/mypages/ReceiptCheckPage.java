package hmnet.consent.mypages;

import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.ground.transparency.Checkpoints;
import hmnet.witness.log.SignedReceipt;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where anybody checks a receipt (受領証の確認). The page has the keys with it and checks in the browser, also without a
/// network once it is there; where the browser cannot, the text is sent here and kept nowhere.
@Controller
class ReceiptCheckPage {
    private static final String PATH = "/my/receipt";

    private final Checkpoints checkpoints;
    private final Pages pages;

    ReceiptCheckPage(Checkpoints checkpoints, Pages pages) {
        this.checkpoints = checkpoints;
        this.pages = pages;
    }

    @Rule(Right.PUBLIC)
    @GetMapping(PATH)
    ResponseEntity<String> show(Frame frame) {
        return answer(new ReceiptCheckScreen("", null, checkpoints.verifier(), checkpoints.witnessKeys()), frame);
    }

    @Rule(Right.PUBLIC)
    @PostMapping(PATH)
    ResponseEntity<String> check(@RequestParam(defaultValue = "") String receipt, Frame frame) {
        var shown = receipt.length() > SignedReceipt.CHARACTERS_MAX ? "" : receipt;
        return answer(
                new ReceiptCheckScreen(
                        shown, checkpoints.check(receipt), checkpoints.verifier(), checkpoints.witnessKeys()),
                frame);
    }

    private ResponseEntity<String> answer(ReceiptCheckScreen screen, Frame frame) {
        return Pages.answer(
                HttpStatus.OK, pages.render("consent/mypages/receipt", frame.ofResident(), Map.of("page", screen)));
    }
}

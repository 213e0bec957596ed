package hmnet.consent.residents;

import hmnet.consent.cards.BirthDates;
import hmnet.consent.cards.CardNumber;
import hmnet.consent.residents.OwnSignIn.OwnAttempt;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.gate.ResidentSessions.ResidentState;
import hmnet.ground.passkeys.PasskeyCookie;
import hmnet.ground.passkeys.PasskeyHolder;
import hmnet.ground.passkeys.Passkeys;
import hmnet.ground.passkeys.RelyingParty;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.ground.signin.PasswordRule;
import hmnet.ground.signin.ReturnAddress;
import hmnet.ground.signin.Throttle;
import hmnet.people.patients.MyNumber;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where residents come in (本人のサインイン): with card and password, the first time with card, birth date and a letter's
/// code.
@Controller
class OwnSignInPage {
    private static final String HOME = "/my";
    private static final int CARD_MAX = 80;

    private final OwnSignIn signIn;
    private final OwnSessions sessions;
    private final ResidentStanding standing;
    private final Passkeys passkeys;
    private final Pages pages;

    OwnSignInPage(OwnSignIn signIn, OwnSessions sessions, ResidentStanding standing, Passkeys passkeys, Pages pages) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.standing = standing;
        this.passkeys = passkeys;
        this.pages = pages;
    }

    @Rule(Right.PUBLIC)
    @GetMapping("/my/signin")
    ResponseEntity<String> show(
            @RequestParam(name = "return", required = false) @Nullable String back,
            HttpServletRequest request,
            Frame frame) {
        var wanted = ReturnAddress.ofResident(back);
        return switch (sessions.of(request)) {
            case ResidentState.NotSignedIn() -> page(OwnSignInScreen.empty(false, wanted), HttpStatus.OK, frame);
            case ResidentState.FirstSignIn(var resident) -> Pages.seeOther("/my/password");
            case ResidentState.SignedInResident(var resident, var subject) -> Pages.seeOther(wanted);
        };
    }

    @Rule(Right.PUBLIC)
    @GetMapping("/my/first")
    ResponseEntity<String> first(Frame frame) {
        return page(OwnSignInScreen.empty(true, HOME), HttpStatus.OK, frame);
    }

    @Rule(Right.PUBLIC)
    @PostMapping("/my/signin")
    @ChecksNumbers({"card", "password"})
    ResponseEntity<String> send(
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(name = "return", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Frame frame) {
        var wanted = ReturnAddress.ofResident(back);
        var screen = new OwnSignInScreen(false, null, 0, card, "", wanted);
        if (CardNumber.holdsMyNumber(card) || MyNumber.looksLike(password)) {
            return page(
                    OwnSignInScreen.empty(false, wanted).with("my-number"), HttpStatus.UNPROCESSABLE_CONTENT, frame);
        }
        if (card.length() > CARD_MAX || password.length() > PasswordRule.LONGEST) {
            return page(OwnSignInScreen.empty(false, wanted).with("wrong"), HttpStatus.UNPROCESSABLE_CONTENT, frame);
        }
        return answer(
                signIn.byPassword(card, password, request.getRemoteAddr()), wanted, screen, request, response, frame);
    }

    @Rule(Right.PUBLIC)
    @PostMapping("/my/first")
    @ChecksNumbers({"card", "birth", "code"})
    ResponseEntity<String> sendLetter(
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "") String birth,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Frame frame) {
        if (CardNumber.holdsMyNumber(card) || MyNumber.standsIn(birth) || MyNumber.standsIn(code)) {
            return page(OwnSignInScreen.empty(true, HOME).with("my-number"), HttpStatus.UNPROCESSABLE_CONTENT, frame);
        }
        var screen = new OwnSignInScreen(true, null, 0, card, birth, HOME);
        var born = BirthDates.parse(birth, standing.today());
        if (born.isEmpty()) {
            return page(screen.with("birth"), HttpStatus.UNPROCESSABLE_CONTENT, frame);
        }
        if (card.length() > CARD_MAX || code.length() > CARD_MAX) {
            return page(OwnSignInScreen.empty(true, HOME).with("wrong"), HttpStatus.UNPROCESSABLE_CONTENT, frame);
        }
        return answer(
                signIn.byLetter(card, born.get(), code, request.getRemoteAddr()),
                "/my/password",
                screen,
                request,
                response,
                frame);
    }

    @Rule(Right.PUBLIC)
    @PostMapping("/my/signin/passkey/question")
    ResponseEntity<String> question(HttpServletRequest request, HttpServletResponse response) {
        return passkeys.askToSignIn(
                        PasskeyHolder.Kind.RESIDENT,
                        PasskeyCookie.give(request, response),
                        RelyingParty.of(request),
                        Throttle.network(request.getRemoteAddr()))
                .map(asked -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .cacheControl(CacheControl.noStore())
                        .body(asked))
                .orElseGet(() ->
                        ResponseEntity.status(HttpStatus.TOO_MANY_REQUESTS).build());
    }

    @Rule(Right.PUBLIC)
    @PostMapping("/my/signin/passkey")
    ResponseEntity<String> passkey(
            @RequestParam(defaultValue = "") String credential,
            @RequestParam(name = "return", required = false) @Nullable String back,
            HttpServletRequest request,
            HttpServletResponse response,
            Frame frame) {
        var wanted = ReturnAddress.ofResident(back);
        var screen = OwnSignInScreen.empty(false, wanted);
        var attempt = PasskeyCookie.read(request)
                .map(browser ->
                        signIn.byPasskey(credential, browser, RelyingParty.of(request), request.getRemoteAddr()))
                .orElseGet(OwnAttempt.NotEntered::new);
        return attempt instanceof OwnAttempt.NotEntered
                ? page(screen.with("passkey"), HttpStatus.UNPROCESSABLE_CONTENT, frame)
                : answer(attempt, wanted, screen, request, response, frame);
    }

    private ResponseEntity<String> answer(
            OwnAttempt attempt,
            String next,
            OwnSignInScreen screen,
            HttpServletRequest request,
            HttpServletResponse response,
            Frame frame) {
        return switch (attempt) {
            case OwnAttempt.Entered(var token) -> {
                OwnCookie.write(request, response, token);
                yield Pages.seeOther(next);
            }
            case OwnAttempt.NotEntered() -> page(screen.with("wrong"), HttpStatus.UNPROCESSABLE_CONTENT, frame);
            case OwnAttempt.Waiting(var pause) -> page(screen.waiting(pause), HttpStatus.TOO_MANY_REQUESTS, frame);
        };
    }

    private ResponseEntity<String> page(OwnSignInScreen screen, HttpStatus status, Frame frame) {
        return Pages.answer(
                status, pages.render("consent/residents/signin", frame.ofResident(), Map.of("page", screen)));
    }
}

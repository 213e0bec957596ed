package hmnet.ground.signin;

import hmnet.ground.audit.Action;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.Requester;
import hmnet.ground.passkeys.PasskeyAnswer;
import hmnet.ground.passkeys.PasskeyCookie;
import hmnet.ground.passkeys.PasskeyHolder;
import hmnet.ground.passkeys.Passkeys;
import hmnet.ground.passkeys.RelyingParty;
import hmnet.ground.personcertificates.PersonPort;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.ground.signin.OutsideSignIn.OfferedSignIns;
import hmnet.ground.signin.SecondFactor.ShownFactor;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// One's own passkeys (パスキーの登録): those that stand, another one, the end of one. Adding asks for a code again, so that a
/// screen left open gives nobody a key.
@Controller
class PasskeyPage {
    private static final String PAGE = "/passkeys";

    private final SecondFactor factor;
    private final SignInTrail trail;
    private final Passkeys passkeys;
    private final TransactionOperations transaction;
    private final PersonPort persons;
    private final List<OfferedSignIns> others;
    private final Pages pages;

    PasskeyPage(
            SecondFactor factor,
            SignInTrail trail,
            Passkeys passkeys,
            TransactionOperations transaction,
            PersonPort persons,
            List<OfferedSignIns> others,
            Pages pages) {
        this.others = others;
        this.factor = factor;
        this.trail = trail;
        this.passkeys = passkeys;
        this.transaction = transaction;
        this.persons = persons;
        this.pages = pages;
    }

    @Rule(Right.SIGNED_IN)
    @GetMapping(PAGE)
    ResponseEntity<String> show(@RequestParam(defaultValue = "") String done, Requester person, Frame frame) {
        return page(person, null, Pages.known(Set.of("added", "ended"), done), HttpStatus.OK, frame);
    }

    @Rule(Right.SIGNED_IN)
    @PostMapping(PAGE + "/question")
    ResponseEntity<String> question(Requester person, HttpServletRequest request, HttpServletResponse response) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(passkeys.askToAdd(
                        holder(person),
                        person.login(),
                        person.name(),
                        PasskeyCookie.give(request, response),
                        RelyingParty.of(request)));
    }

    @Rule(Right.SIGNED_IN)
    @PostMapping(PAGE)
    ResponseEntity<String> add(
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String code,
            @RequestParam(defaultValue = "") String credential,
            Requester person,
            HttpServletRequest request,
            Frame frame) {
        if (label.isBlank()) {
            return again(person, "label", frame);
        }
        var browser = PasskeyCookie.read(request);
        if (browser.isEmpty()) {
            return again(person, "stale", frame);
        }
        var shown = factor.shown(person, code, request);
        if (shown != ShownFactor.RIGHT) {
            return again(person, shown == ShownFactor.HELD ? "held" : "code", frame);
        }
        var added = transaction.execute(status -> {
            var answer =
                    passkeys.add(holder(person), label.strip(), credential, browser.get(), RelyingParty.of(request));
            if (answer instanceof PasskeyAnswer.Added(var key)) {
                trail.passkey(person, Action.PASSKEY_ADDED, key);
            }
            return answer;
        });
        return switch (added) {
            case PasskeyAnswer.Added(var key) -> Pages.seeOther(PAGE + "?done=added");
            case PasskeyAnswer.NotProven(var cause, var holder) -> again(person, cause.word(), frame);
            case PasskeyAnswer.Proven(var holder, var key) -> throw new IllegalStateException("Adding proves nobody");
        };
    }

    @Rule(Right.SIGNED_IN)
    @PostMapping(PAGE + "/end")
    ResponseEntity<String> end(@RequestParam(defaultValue = "0") long key, Requester person, Frame frame) {
        var ended = transaction.execute(status -> {
            var own = passkeys.end(holder(person), key);
            if (own) {
                trail.passkey(person, Action.PASSKEY_ENDED, key);
            }
            return own;
        });
        return Boolean.TRUE.equals(ended) ? Pages.seeOther(PAGE + "?done=ended") : pages.notFound(frame);
    }

    private static PasskeyHolder holder(Requester person) {
        return PasskeyHolder.staff(person.staff().value());
    }

    private ResponseEntity<String> again(Requester person, String problem, Frame frame) {
        return page(person, problem, null, HttpStatus.UNPROCESSABLE_CONTENT, frame);
    }

    private ResponseEntity<String> page(
            Requester person, @Nullable String problem, @Nullable String done, HttpStatus status, Frame frame) {
        var model = new HashMap<String, Object>();
        model.put("keys", passkeys.of(holder(person)));
        model.put("synced", passkeys.allowsSynced(PasskeyHolder.Kind.STAFF_MEMBER));
        model.put("certificates", persons.isOpen());
        model.put(
                "others",
                others.stream().flatMap(way -> way.ownPage(person).stream()).toList());
        model.put("problem", problem);
        model.put("done", done);
        return Pages.answer(status, pages.render("ground/signin/passkeys", frame, model));
    }
}

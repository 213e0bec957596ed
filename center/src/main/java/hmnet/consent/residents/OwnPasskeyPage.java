package hmnet.consent.residents;

import hmnet.consent.residents.OwnSignIn.OwnProof;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.design.Frame;
import hmnet.ground.design.Pages;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.passkeys.PasskeyAnswer;
import hmnet.ground.passkeys.PasskeyCookie;
import hmnet.ground.passkeys.PasskeyHolder;
import hmnet.ground.passkeys.Passkeys;
import hmnet.ground.passkeys.RelyingParty;
import hmnet.ground.routes.ChecksNumbers;
import hmnet.ground.routes.Right;
import hmnet.ground.routes.Rule;
import hmnet.people.patients.MyNumber;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.HashMap;
import java.util.Objects;
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

/// A resident's own passkeys (本人のパスキー): those that stand, another one, the end of one. Adding asks for the password
/// again.
@Controller
class OwnPasskeyPage {
    private static final String PAGE = "/my/passkeys";

    private final OwnSignIn signIn;
    private final OwnSessions sessions;
    private final ResidentAccounts accounts;
    private final Passkeys passkeys;
    private final Audit audit;
    private final TransactionOperations transaction;
    private final Pages pages;

    OwnPasskeyPage(
            OwnSignIn signIn,
            OwnSessions sessions,
            ResidentAccounts accounts,
            Passkeys passkeys,
            Audit audit,
            TransactionOperations transaction,
            Pages pages) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.accounts = accounts;
        this.passkeys = passkeys;
        this.audit = audit;
        this.transaction = transaction;
        this.pages = pages;
    }

    @Rule(Right.RESIDENT)
    @GetMapping(PAGE)
    ResponseEntity<String> show(@RequestParam(defaultValue = "") String done, ResidentCaller resident, Frame frame) {
        return page(resident, null, Pages.known(Set.of("added", "ended"), done), HttpStatus.OK, frame);
    }

    @Rule(Right.RESIDENT)
    @PostMapping(PAGE + "/question")
    ResponseEntity<String> question(
            ResidentCaller resident, HttpServletRequest request, HttpServletResponse response, Frame frame) {
        var card =
                OwnCookie.read(request).flatMap(sessions::current).orElseThrow().card();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noStore())
                .body(passkeys.askToAdd(
                        holder(resident),
                        card.number(),
                        frame.m().t("own.passkeys.name"),
                        PasskeyCookie.give(request, response),
                        RelyingParty.of(request)));
    }

    @Rule(Right.RESIDENT)
    @PostMapping(PAGE)
    @ChecksNumbers({"label", "password"})
    ResponseEntity<String> add(
            @RequestParam(defaultValue = "") String label,
            @RequestParam(defaultValue = "") String password,
            @RequestParam(defaultValue = "") String credential,
            ResidentCaller resident,
            HttpServletRequest request,
            Frame frame) {
        var browser = PasskeyCookie.read(request);
        var session = OwnCookie.read(request);
        if (label.isBlank() || MyNumber.standsIn(label)) {
            return again(resident, "label", frame);
        }
        if (browser.isEmpty() || session.isEmpty()) {
            return again(resident, "stale", frame);
        }
        var proof = signIn.prove(session.get(), password, request.getRemoteAddr());
        if (proof != OwnProof.RIGHT) {
            return again(resident, proof == OwnProof.HELD ? "held" : "password", frame);
        }
        var card = sessions.current(session.get()).orElseThrow().card();
        var added = Objects.requireNonNull(transaction.execute(status -> {
            var answer =
                    passkeys.add(holder(resident), label.strip(), credential, browser.get(), RelyingParty.of(request));
            if (answer instanceof PasskeyAnswer.Added(var key)) {
                accounts.standsOn(resident, card, key);
            }
            return answer;
        }));
        return switch (added) {
            case PasskeyAnswer.Added(var key) -> Pages.seeOther(PAGE + "?done=added");
            case PasskeyAnswer.NotProven(var cause, var holder) -> again(resident, cause.word(), frame);
            case PasskeyAnswer.Proven(var holder, var key) -> throw new IllegalStateException("Adding proves nobody");
        };
    }

    @Rule(Right.RESIDENT)
    @PostMapping(PAGE + "/end")
    ResponseEntity<String> end(@RequestParam(defaultValue = "0") long key, ResidentCaller resident, Frame frame) {
        var ended = transaction.execute(status -> {
            var own = passkeys.end(holder(resident), key);
            if (own) {
                audit.write(resident.did(Action.PASSKEY_ENDED, "done").with("passkey", Long.toString(key)));
            }
            return own;
        });
        return Boolean.TRUE.equals(ended) ? Pages.seeOther(PAGE + "?done=ended") : pages.notFound(frame.ofResident());
    }

    private static PasskeyHolder holder(ResidentCaller resident) {
        return PasskeyHolder.resident(resident.account());
    }

    private ResponseEntity<String> again(ResidentCaller resident, String problem, Frame frame) {
        return page(resident, problem, null, HttpStatus.UNPROCESSABLE_CONTENT, frame);
    }

    private ResponseEntity<String> page(
            ResidentCaller resident, @Nullable String problem, @Nullable String done, HttpStatus status, Frame frame) {
        var model = new HashMap<String, Object>();
        model.put("keys", passkeys.of(holder(resident)));
        model.put("synced", passkeys.allowsSynced(PasskeyHolder.Kind.RESIDENT));
        model.put("problem", problem);
        model.put("done", done);
        return Pages.answer(status, pages.render("consent/residents/passkeys", frame.ofResident(), model));
    }
}

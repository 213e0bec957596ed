package hmnet.ground.signin;

import hmnet.ground.directory.Requester;
import hmnet.ground.directory.Staff;
import hmnet.ground.directory.StaffId;
import hmnet.ground.passkeys.PasskeyAnswer;
import hmnet.ground.passkeys.PasskeyHolder;
import hmnet.ground.passkeys.Passkeys;
import hmnet.ground.passkeys.RelyingParty;
import hmnet.ground.signin.HalfSignIns.HalfSignIn;
import hmnet.ground.signin.Sessions.SignInMeans;
import hmnet.ground.signin.SignInAccounts.UnusedSlip;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Signing in, factor by factor (サインイン; S002). The first factor alone reaches nothing.
@Component
class SignIn {
    /// Stands for a name nobody has, so that it costs the same questions to the database.
    private static final StaffId NOBODY = new StaffId(0);

    private final Staff staff;
    private final SignInAccounts accounts;
    private final Throttle throttle;
    private final HalfSignIns halves;
    private final Sessions sessions;
    private final Passkeys passkeys;
    private final SignInTrail trail;

    SignIn(
            Staff staff,
            SignInAccounts accounts,
            Throttle throttle,
            HalfSignIns halves,
            Sessions sessions,
            Passkeys passkeys,
            SignInTrail trail) {
        this.staff = staff;
        this.accounts = accounts;
        this.throttle = throttle;
        this.halves = halves;
        this.sessions = sessions;
        this.passkeys = passkeys;
        this.trail = trail;
    }

    Attempt password(String login, String password, String address, Optional<Token> device) {
        var place = throttle.place(login, address, device);
        var held = throttle.charge(login, place);
        if (held.isPresent()) {
            return new Attempt.Held(held.get());
        }
        var person = staff.byLogin(login);
        var right = accounts.knows(person.map(Requester::staff).orElse(NOBODY), password);
        if (!right || person.isEmpty()) {
            trail.refused(person, "password", address);
            return new Attempt.Wrong();
        }
        if (accounts.unusedSlip(person.get().staff()).filter(UnusedSlip::over).isPresent()) {
            trail.refused(person, "slip", address);
            return new Attempt.SlipOver();
        }
        throttle.halfway(login, place);
        return new Attempt.Passed(halves.open(person.get().staff(), false), person.get());
    }

    /// @param device what the browser keeps: a place from now on where this person signs in
    @Transactional
    Attempt code(Optional<Token> half, String code, String address, Token device) {
        var begun = half.flatMap(halves::of);
        var person = begun.map(HalfSignIn::staff).flatMap(staff::byId);
        if (person.isEmpty() || half.isEmpty()) {
            return new Attempt.Over();
        }
        var place = throttle.place(person.get().login(), address, Optional.of(device));
        var held = throttle.charge(person.get().login(), place);
        if (held.isPresent()) {
            return new Attempt.Held(held.get());
        }
        if (!accounts.takes(person.get().staff(), code)) {
            trail.refused(person, "code", address);
            return halves.miss(half.get()) ? new Attempt.Wrong() : new Attempt.Over();
        }
        if (!halves.end(half.get())) {
            return new Attempt.Over();
        }
        throttle.succeeded(person.get().login(), place);
        throttle.remember(person.get().login(), device);
        if (begun.get().federated()) {
            trail.signedIn(person.get(), SignInMeans.FEDERATED_AND_CODE, address);
            return new Attempt.Passed(
                    sessions.open(person.get().staff(), SignInMeans.FEDERATED_AND_CODE, false), person.get());
        }
        trail.signedIn(person.get(), SignInMeans.PASSWORD_AND_CODE, address);
        var initial = accounts.useUp(person.get().staff());
        return new Attempt.Passed(
                sessions.open(person.get().staff(), SignInMeans.PASSWORD_AND_CODE, initial), person.get());
    }

    /// Both factors in one: a key that its device gave out only for the person it verified (S002). It takes over the
    /// screen of whoever was signed in there.
    ///
    /// @param held the session of this browser until now
    @Transactional
    Attempt passkey(
            Optional<Token> held, String answer, byte[] browser, RelyingParty at, String address, Token device) {
        var name = "passkey " + Throttle.network(address);
        var place = throttle.place(name, address, Optional.of(device));
        var waits = throttle.charge(name, place);
        if (waits.isPresent()) {
            return new Attempt.Held(waits.get());
        }
        var attempt = checked(held, answer, browser, at, address, device);
        if (attempt instanceof Attempt.Passed) {
            throttle.succeeded(name, place);
            throttle.remember(name, device);
        }
        return attempt;
    }

    private Attempt checked(
            Optional<Token> held, String answer, byte[] browser, RelyingParty at, String address, Token device) {
        return switch (passkeys.check(PasskeyHolder.Kind.STAFF_MEMBER, answer, browser, at)) {
            case PasskeyAnswer.Proven(var holder, var key) ->
                staff.byId(new StaffId(holder.id()))
                        .<Attempt>map(person -> entered(person, held, address, device))
                        .orElseGet(() -> {
                            trail.refused(Optional.empty(), "passkey-left", address);
                            return new Attempt.Wrong();
                        });
            case PasskeyAnswer.NotProven(var cause, var holder) -> {
                trail.refused(
                        holder.flatMap(known -> staff.byId(new StaffId(known.id()))),
                        "passkey-" + cause.word(),
                        address);
                yield new Attempt.Wrong();
            }
            case PasskeyAnswer.Added(var key) -> throw new IllegalStateException("A check adds nothing");
        };
    }

    private Attempt entered(Requester person, Optional<Token> held, String address, Token device) {
        held.ifPresent(sessions::end);
        throttle.remember(person.login(), device);
        trail.signedIn(person, SignInMeans.PASSKEY, address);
        return new Attempt.Passed(sessions.open(person.staff(), SignInMeans.PASSKEY, false), person);
    }

    /// Shows a code again, for what a session that was left open must not do (S009); empty once shown.
    Optional<Attempt> showCode(Requester person, String code, String address, Optional<Token> device) {
        var place = throttle.place(person.login(), address, device);
        var held = throttle.charge(person.login(), place);
        if (held.isPresent()) {
            return Optional.of(new Attempt.Held(held.get()));
        }
        if (!accounts.takes(person.staff(), code)) {
            trail.refused(Optional.of(person), "code", address);
            return Optional.of(new Attempt.Wrong());
        }
        throttle.succeeded(person.login(), place);
        return Optional.empty();
    }

    /// Opens a locked screen with either factor; the other was shown when the session began (S003).
    Attempt unlock(Optional<Token> session, String secret, String address, Optional<Token> device) {
        var person = session.flatMap(sessions::owner);
        if (person.isEmpty() || session.isEmpty()) {
            return new Attempt.Over();
        }
        var place = throttle.place(person.get().login(), address, device);
        var held = throttle.charge(person.get().login(), place);
        if (held.isPresent()) {
            return new Attempt.Held(held.get());
        }
        var who = person.get().staff();
        if (!(looksLikeCode(secret) && accounts.takes(who, secret)) && !accounts.knows(who, secret)) {
            trail.refused(person, "unlock", address);
            return sessions.missUnlock(session.get()) ? new Attempt.Wrong() : new Attempt.Over();
        }
        throttle.succeeded(person.get().login(), place);
        return sessions.unlock(session.get())
                .<Attempt>map(token -> new Attempt.Passed(token, person.get()))
                .orElseGet(Attempt.Over::new);
    }

    /// Sets one's own password. Who signed in long ago shows a code again; who came with an initial password
    /// just did.
    Attempt choose(
            Token session, SignInState standing, String code, String password, String address, Optional<Token> device) {
        return switch (standing) {
            case SignInState.Absent() -> new Attempt.Over();
            case SignInState.Locked(var person) -> new Attempt.Over();
            case SignInState.MustChange(var person) -> chosen(session, person, password);
            case SignInState.Present(var person) ->
                showCode(person, code, address, device).orElseGet(() -> chosen(session, person, password));
        };
    }

    private Attempt chosen(Token session, Requester person, String password) {
        accounts.change(person.staff(), password);
        sessions.endOthers(person.staff(), session);
        return sessions.chosen(session)
                .<Attempt>map(token -> new Attempt.Passed(token, person))
                .orElseGet(Attempt.Over::new);
    }

    /// Ends a session.
    @Transactional
    void out(Token session) {
        sessions.owner(session).ifPresent(trail::signedOut);
        sessions.end(session);
    }

    private static boolean looksLikeCode(String secret) {
        return secret.length() == 6 && secret.chars().allMatch(digit -> digit >= '0' && digit <= '9');
    }
}

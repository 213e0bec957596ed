package hmnet.consent.residents;

import hmnet.consent.cards.Cards;
import hmnet.consent.cards.Cards.OwnCard;
import hmnet.consent.residents.ResidentAccounts.MatchedMeans;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.ResidentCaller;
import hmnet.ground.passkeys.PasskeyAnswer;
import hmnet.ground.passkeys.PasskeyHolder;
import hmnet.ground.passkeys.Passkeys;
import hmnet.ground.passkeys.RelyingParty;
import hmnet.ground.signin.Throttle;
import hmnet.ground.signin.Token;
import hmnet.people.patients.PersonId;
import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// A resident's sign-in (本人のサインイン): the card, and what only its holder has. Whatever is wrong has one answer and costs
/// one amount of work.
@Component
class OwnSignIn {
    private final Cards cards;
    private final ResidentAccounts accounts;
    private final ResidentStanding standing;
    private final OwnSessions sessions;
    private final KeptDevices devices;
    private final Throttle throttle;
    private final Passkeys passkeys;
    private final Audit audit;
    private final TransactionOperations transaction;

    OwnSignIn(
            Cards cards,
            ResidentAccounts accounts,
            ResidentStanding standing,
            OwnSessions sessions,
            KeptDevices devices,
            Throttle throttle,
            Passkeys passkeys,
            Audit audit,
            TransactionOperations transaction) {
        this.cards = cards;
        this.accounts = accounts;
        this.standing = standing;
        this.sessions = sessions;
        this.devices = devices;
        this.throttle = throttle;
        this.passkeys = passkeys;
        this.audit = audit;
        this.transaction = transaction;
    }

    /// How an attempt ended.
    sealed interface OwnAttempt {
        record Entered(Token token) implements OwnAttempt {}

        /// The same for an unknown card, another person's, a dead one, a wrong, used or old code, and for whoever may
        /// have no account.
        record NotEntered() implements OwnAttempt {}

        /// It was not even tried, because too many went wrong before.
        record Waiting(Duration pause) implements OwnAttempt {}
    }

    /// The first time: card, birth date and the code of a letter.
    OwnAttempt byLetter(String card, LocalDate born, String code, String address) {
        var shown = cards.shownByHolder(card);
        var meant = shown.filter(own -> mayEnter(own, known -> known.equals(born)));
        return attempt(card, shown, address, "letter", () -> accounts.letter(meant, LetterCode.typed(code)));
    }

    /// Any other time: card and password.
    OwnAttempt byPassword(String card, String password, String address) {
        var shown = cards.shownByHolder(card);
        var meant = shown.filter(own -> mayEnter(own, known -> true));
        return attempt(card, shown, address, "password", () -> accounts.password(meant, password));
    }

    /// By a key in a device of theirs, which stands on a card as the password does.
    OwnAttempt byPasskey(String answer, byte[] browser, RelyingParty at, String address) {
        var place = Throttle.network(address);
        var name = "resident passkey " + place;
        var held = throttle.charge(name, place);
        if (held.isPresent()) {
            return new OwnAttempt.Waiting(held.get());
        }
        var attempt = checked(answer, browser, at, address);
        if (attempt instanceof OwnAttempt.Entered) {
            throttle.succeeded(name, place);
        }
        return attempt;
    }

    private OwnAttempt checked(String answer, byte[] browser, RelyingParty at, String address) {
        return Objects.requireNonNull(transaction.execute(status -> switch (passkeys.check(
                PasskeyHolder.Kind.RESIDENT, answer, browser, at)) {
            case PasskeyAnswer.Proven(var holder, var key) ->
                accounts.passkey(holder.id(), key)
                        .filter(matched -> standing.of(
                                        new PersonId(matched.resident().person()))
                                .isPresent())
                        .flatMap(matched -> enter(matched, "passkey", address))
                        .<OwnAttempt>map(OwnAttempt.Entered::new)
                        .orElseGet(() -> notEntered("passkey", address));
            case PasskeyAnswer.NotProven(var cause, var holder) -> {
                // Whose key it is: a copy that was tried stands in their log.
                var person = holder.flatMap(known -> accounts.person(known.id()));
                refusedAbout(person.orElse(null), "passkey-" + cause.word(), address);
                yield new OwnAttempt.NotEntered();
            }
            case PasskeyAnswer.Added(var key) -> throw new IllegalStateException("A check adds nothing");
        }));
    }

    private OwnAttempt notEntered(String factor, String address) {
        refused(Optional.empty(), factor, address);
        return new OwnAttempt.NotEntered();
    }

    /// Whether somebody who is signed in shows the password again, for what a screen left open must not do.
    OwnProof prove(Token session, String password, String address) {
        var own = sessions.current(session)
                .map(now -> new OwnCard(new PersonId(now.resident().person()), now.card()));
        if (own.isEmpty()) {
            return OwnProof.WRONG;
        }
        var place = Throttle.network(address);
        var name = "resident " + own.get().code().number();
        if (throttle.charge(name, place).isPresent()) {
            return OwnProof.HELD;
        }
        if (accounts.password(own, password).isEmpty()) {
            refused(own, "password", address);
            return OwnProof.WRONG;
        }
        throttle.succeeded(name, place);
        return OwnProof.RIGHT;
    }

    /// Whether somebody signed in guesses at others' cards too fast: each naming is charged.
    boolean guesses(Token session, String address) {
        return sessions.current(session).isEmpty()
                || throttle.charge(
                                "resident names "
                                        + sessions.current(session)
                                                .orElseThrow()
                                                .resident()
                                                .account(),
                                Throttle.network(address))
                        .isPresent();
    }

    /// What came of showing the password again.
    enum OwnProof {
        RIGHT,
        WRONG,
        HELD
    }

    private boolean mayEnter(OwnCard own, Predicate<LocalDate> born) {
        return standing.of(own.person())
                .filter(person -> born.test(person.birthDate()))
                .isPresent();
    }

    private OwnAttempt attempt(
            String card,
            Optional<OwnCard> shown,
            String address,
            String factor,
            Supplier<Optional<MatchedMeans>> means) {
        var place = Throttle.network(address);
        var name = "resident " + shown.map(own -> own.code().number()).orElseGet(() -> folded(card));
        var held = throttle.charge(name, place);
        if (held.isPresent()) {
            return new OwnAttempt.Waiting(held.get());
        }
        var token = means.get().flatMap(matched -> enter(matched, factor, address));
        if (token.isEmpty()) {
            refused(shown, factor, address);
            return new OwnAttempt.NotEntered();
        }
        throttle.succeeded(name, place);
        return new OwnAttempt.Entered(token.get());
    }

    private Optional<Token> enter(MatchedMeans matched, String factor, String address) {
        var byLetter = factor.equals("letter");
        return Optional.ofNullable(transaction.execute(status -> {
            if (byLetter && !accounts.useUp(matched)) {
                return null;
            }
            audit.write(matched.resident()
                    .did(Action.SIGN_IN, "done")
                    .with("factor", factor)
                    .with("address", address));
            return sessions.open(matched.resident(), matched.card(), byLetter);
        }));
    }

    /// In the log of whose card it is.
    private void refused(Optional<OwnCard> shown, String factor, String address) {
        refusedAbout(shown.map(own -> own.person().value()).orElse(null), factor, address);
    }

    private void refusedAbout(@Nullable UUID person, String factor, String address) {
        transaction.executeWithoutResult(status -> audit.write(Trace.of(Action.SIGN_IN_REFUSED, Actor.CENTRE, "refused")
                .about(person)
                .with("factor", "resident-" + factor)
                .with("address", address)));
    }

    /// Sets the password of the person whose first session this is, or who changes it; every session begun before ends,
    /// and
    /// every copy that a device keeps.
    Optional<Token> choose(Token session, String password) {
        return Optional.ofNullable(transaction.execute(status -> sessions.current(session)
                .map(now -> {
                    accounts.choose(now.resident(), now.card(), password);
                    sessions.endAll(now.resident());
                    devices.endAll(now.resident());
                    return sessions.open(now.resident(), now.card(), false);
                })
                .orElse(null)));
    }

    void out(Token session) {
        transaction.executeWithoutResult(status -> {
            sessions.current(session)
                    .ifPresent(now -> audit.write(now.resident().did(Action.SIGN_OUT, "done")));
            sessions.end(session);
        });
    }

    void outEverywhere(ResidentCaller resident) {
        transaction.executeWithoutResult(status -> {
            sessions.endAll(resident);
            devices.endAll(resident);
            audit.write(resident.did(Action.SIGN_OUT, "everywhere"));
        });
    }

    private static String folded(String card) {
        var plain = Normalizer.normalize(card, Normalizer.Form.NFKC)
                .replaceAll("[\\s\\p{Pd}]", "")
                .toUpperCase(Locale.ROOT);
        return plain.substring(0, Math.min(plain.length(), 80));
    }
}

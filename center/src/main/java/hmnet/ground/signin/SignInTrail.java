package hmnet.ground.signin;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.Requester;
import hmnet.ground.signin.Sessions.SignInMeans;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What signing in leaves in the audit trail (認証の証跡; S040). What was typed as a name is never written:
/// people type their password there.
@Component
class SignInTrail {
    private final Audit audit;

    SignInTrail(Audit audit) {
        this.audit = audit;
    }

    /// A password with a code is what is usual, and not named.
    @Transactional
    void signedIn(Requester person, SignInMeans means, String address) {
        var usual = means == SignInMeans.PASSWORD_AND_CODE;
        audit.write(of(
                Action.SIGN_IN,
                person,
                "done",
                usual ? Map.of("address", address) : Map.of("factor", means.word(), "address", address)));
    }

    @Transactional
    void signedInByCertificate(Requester person, SignInMeans means, String fingerprint, String address) {
        audit.write(of(
                Action.SIGN_IN,
                person,
                "done",
                Map.of("factor", means.word(), "fingerprint", fingerprint, "address", address)));
    }

    @Transactional
    void refusedCertificate(Optional<Requester> person, String factor, String fingerprint, String address) {
        var detail = Map.of("factor", factor, "fingerprint", fingerprint, "address", address);
        audit.write(person.map(known -> of(Action.SIGN_IN_REFUSED, known, "refused", detail))
                .orElseGet(() -> Trace.of(Action.SIGN_IN_REFUSED, Actor.CENTRE, "refused")
                        .with(detail)));
    }

    /// A passkey of the person's own was added or ended.
    @Transactional
    void passkey(Requester person, Action action, long key) {
        audit.write(of(action, person, "done", Map.of("passkey", Long.toString(key))));
    }

    @Transactional
    void refused(Optional<Requester> person, String factor, String address) {
        var detail = Map.of("factor", factor, "address", address);
        audit.write(person.map(known -> of(Action.SIGN_IN_REFUSED, known, "refused", detail))
                .orElseGet(() -> Trace.of(Action.SIGN_IN_REFUSED, Actor.CENTRE, "refused")
                        .with(detail)));
    }

    @Transactional
    void signedOut(Requester person) {
        audit.write(of(Action.SIGN_OUT, person, "done", Map.of()));
    }

    private static Trace of(Action action, Requester person, String outcome, Map<String, String> detail) {
        return person.did(action, outcome).with(detail);
    }
}

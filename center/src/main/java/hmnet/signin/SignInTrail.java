package hmnet.signin;

import hmnet.directory.Requester;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// What signing in leaves in the audit trail (認証の証跡; S040). What was typed as a name is never written:
/// people type their password there.
@Component
class SignInTrail {
    private static final Logger LOG = LoggerFactory.getLogger(SignInTrail.class);

    void signedIn(Requester person) {
        LOG.info("staff {} signed in", person.staff().value());
    }

    void refused(Optional<Requester> person, String factor) {
        LOG.info(
                "{} refused for staff {}",
                factor,
                person.map(known -> String.valueOf(known.staff().value())).orElse("unknown"));
    }

    void signedOut(Requester person) {
        LOG.info("staff {} signed out", person.staff().value());
    }
}

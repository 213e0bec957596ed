package hmnet.ground.cardsignin;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.personcertificates.CertificateRefusal;
import hmnet.ground.personcertificates.RegisteredCertificates;
import hmnet.ground.signin.Sessions;
import java.util.HexFormat;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Ends sessions whose certificate counts no more (失効後のセッション終了; A006): revoked, run out, ended, or no list says that
/// it is not. With the five seconds until a new list is read, a minute is never over.
@Component
class CertificateSessions {
    private static final Logger LOG = LoggerFactory.getLogger(CertificateSessions.class);

    private final Sessions sessions;
    private final RegisteredCertificates certificates;
    private final Audit audit;
    private final TransactionOperations transaction;

    CertificateSessions(
            Sessions sessions, RegisteredCertificates certificates, Audit audit, TransactionOperations transaction) {
        this.sessions = sessions;
        this.certificates = certificates;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Scheduled(initialDelay = 15_000, fixedDelay = 15_000)
    void end() {
        for (var fingerprint : sessions.certificates()) {
            try {
                certificates.objection(fingerprint).ifPresent(why -> end(fingerprint, why));
            } catch (RuntimeException e) {
                LOG.error(
                        "ALARM whether certificate {} still counts cannot be told; others are asked all the same",
                        HexFormat.of().formatHex(fingerprint),
                        e);
            }
        }
    }

    private void end(byte[] fingerprint, CertificateRefusal why) {
        transaction.executeWithoutResult(status -> {
            var ended = sessions.endOf(fingerprint);
            audit.write(Trace.of(Action.CERTIFICATE_REFUSED, Actor.CENTRE, "ended")
                    .with(Map.of(
                            "fingerprint", HexFormat.of().formatHex(fingerprint),
                            "reason", why.word(),
                            "sessions", Integer.toString(ended))));
        });
    }
}

package hmnet.ground.mtls;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.mtls.RefusedCertificates.RefusalCount;
import java.util.HexFormat;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/// What refused certificates leave in the audit log (証明書の拒否の証跡; A002): fingerprint, serial, reason and
/// how often. Written some seconds later and by this thread alone, so that no handshake waits for the
/// database.
@Component
class RefusalTrail {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalTrail.class);
    private final List<RefusingPort> ports;
    private final Facilities facilities;
    private final Audit audit;
    private final TransactionOperations transaction;

    RefusalTrail(List<RefusingPort> ports, Facilities facilities, Audit audit, TransactionOperations transaction) {
        this.ports = List.copyOf(ports);
        this.facilities = facilities;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelay = 2_000)
    void write() {
        ports.forEach(this::write);
    }

    private void write(RefusingPort port) {
        var taken = port.refused().take();
        if (taken.isEmpty()) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> taken.forEach(refusals -> write(port.refusal(), refusals)));
        } catch (DataAccessException | TransactionException e) {
            port.refused().putBack(taken);
            LOG.warn(
                    "{} refused certificates wait for the audit log: {}", taken.size(), String.valueOf(e.getMessage()));
        }
    }

    private void write(Action action, RefusalCount refusals) {
        audit.write(Trace.of(action, Actor.CENTRE, "refused")
                .at(registered(refusals.fingerprint()))
                .with("fingerprint", refusals.fingerprint())
                .with("serial", refusals.serial())
                .with("reason", refusals.reason())
                .with("count", Integer.toString(refusals.count())));
    }

    /// Whose it was, when it is revoked or out of date; 0 for a stranger's.
    private long registered(String fingerprint) {
        return fingerprint.length() == 64
                ? facilities
                        .byCertificate(HexFormat.of().parseHex(fingerprint))
                        .map(FacilityId::value)
                        .orElse(0L)
                : 0;
    }
}

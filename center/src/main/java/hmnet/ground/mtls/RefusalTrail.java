package hmnet.ground.mtls;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.Facilities;
import hmnet.ground.directory.FacilityId;
import hmnet.ground.mtls.RefusedMachines.RefusalCount;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionOperations;

/// What refused machines leave in the audit log (送信機の拒否の証跡; A002): fingerprint, serial, reason and
/// how often. Written some seconds later and by this thread alone, so that no handshake waits for the
/// database.
@Component
class RefusalTrail {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalTrail.class);
    private final RefusedMachines refused;
    private final Facilities facilities;
    private final Audit audit;
    private final TransactionOperations transaction;

    RefusalTrail(MachineConnector connector, Facilities facilities, Audit audit, TransactionOperations transaction) {
        this.refused = connector.refused();
        this.facilities = facilities;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Scheduled(fixedDelay = 2_000)
    void write() {
        var taken = refused.take();
        if (taken.isEmpty()) {
            return;
        }
        try {
            transaction.executeWithoutResult(status -> taken.forEach(this::write));
        } catch (DataAccessException | TransactionException e) {
            refused.putBack(taken);
            LOG.warn("{} refused machines wait for the audit log: {}", taken.size(), String.valueOf(e.getMessage()));
        }
    }

    private void write(RefusalCount refusals) {
        audit.write(Trace.of(Action.MACHINE_REFUSED, Actor.CENTRE, "refused")
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

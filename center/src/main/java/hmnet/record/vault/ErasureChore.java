package hmnet.record.vault;

import hmnet.ground.keys.KeyRing;
import hmnet.ground.keys.Keys;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/// Finishes erasures that were cut off (中断された消去の完了): what two people agreed to and the log says was done is done,
/// whoever was killed meanwhile.
@Component
class ErasureChore {
    private static final Logger LOG = LoggerFactory.getLogger(ErasureChore.class);
    private final Erasure erasure;

    ErasureChore(JdbcClient db, TransactionOperations transaction, Keys keys, KeyRing ring, DataKeyTakeover takenOver) {
        this.erasure = new Erasure(db, transaction, keys, ring);
    }

    @Scheduled(fixedDelay = 10_000)
    void finish() {
        if (erasure.leftUndone()) {
            LOG.warn("An erasure had been cut off and is finished now: {} keys destroyed", erasure.finish());
        }
    }
}

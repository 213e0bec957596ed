package hmnet.record.vault;

import hmnet.ground.keys.KeyEvidence;
import hmnet.ground.keys.KeyRing;
import hmnet.ground.keys.Keys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// A data key of before the database knew its keys (旧データ鍵): it opens under the right root only.
@Component
class OldDataKey implements KeyEvidence {
    private final JdbcClient db;
    private final WrappedKeys wrapping;

    OldDataKey(JdbcClient db, Keys keys, KeyRing ring) {
        this.db = db;
        this.wrapping = new WrappedKeys(keys, ring);
    }

    @Override
    public void demand() {
        db.sql("select wrapped from data_key where ring is null limit 1")
                .query((row, number) -> row.getBytes("wrapped"))
                .optional()
                .ifPresent(wrapping::unwrap);
    }
}

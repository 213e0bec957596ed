package hmnet.ground.keys;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// That keys, ring and database belong together (鍵の一致): made sure of at each start, written down at the first.
@Component
public class KeyAgreement {
    private final JdbcClient db;

    KeyAgreement(JdbcClient db, Keys keys, KeyRing ring) {
        this.db = db;
        agree(KeyCheck.ROOT, KeyCheck.value(keys), "keys");
        if (!ring.exists()) {
            if (known(KeyCheck.RING).isPresent()) {
                throw new UnusableKey(
                        "The ring " + ring.path() + " is missing: without it no record opens, and none is "
                                + "made anew. Put back its newest copy, or name its folder by HMNET_KEYS_RING_FOLDER.");
            }
            ring.create();
        }
        ring.tidy();
        agree(KeyCheck.RING, bytes(ring.id()), "ring");
    }

    private void agree(String what, byte[] ours, String name) {
        db.sql("insert into key_check (what, value) values (?, ?) on conflict do nothing")
                .params(what, ours)
                .update();
        KeyCheck.demand(known(what).orElseThrow(), ours, name);
    }

    private Optional<byte[]> known(String what) {
        return db.sql("select value from key_check where what = ?")
                .param(what)
                .query((row, number) -> row.getBytes("value"))
                .optional();
    }

    private static byte[] bytes(UUID id) {
        return ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
    }
}

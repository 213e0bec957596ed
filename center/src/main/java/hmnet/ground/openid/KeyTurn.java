package hmnet.ground.openid;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Turns the signing keys in time and sweeps what sub-systems were handed of sessions that ended (鍵の交替と掃除).
@Component
class KeyTurn {
    private final SigningKeys keys;
    private final JdbcClient db;

    KeyTurn(SigningKeys keys, JdbcClient db) {
        this.keys = keys;
        this.db = db;
    }

    @Scheduled(initialDelay = 90_000, fixedDelay = 600_000)
    void turn() {
        keys.turn();
        db.sql("delete from openid_sign_on where made_at < now() - interval '1 day'")
                .update();
    }
}

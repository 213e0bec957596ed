package hmnet.consent.mynumber;

import hmnet.ground.keys.Keys;
import java.nio.charset.StandardCharsets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// How often an address may ask with cards that do not count (照会回数の制限). Each asking is charged before it is
/// tried, and given back when its card counted, so that a counter where many show theirs is not held up.
@Component
class CardQueryLimit {
    static final int MOST = 20;
    private final JdbcClient db;
    private final Keys keys;

    CardQueryLimit(JdbcClient db, Keys keys) {
        this.db = db;
        this.keys = keys;
    }

    /// False once there were too many within ten minutes.
    boolean charged(String address) {
        return db.sql("""
                        insert into card_asking as a (address) values (?)
                            on conflict (address) do update
                           set asked = case when a.since < now() - interval '10 minutes' then 1 else a.asked + 1 end,
                               since = case when a.since < now() - interval '10 minutes' then now() else a.since end
                        returning asked""").param(subject(address)).query(Integer.class).single() <= MOST;
    }

    void giveBack(String address) {
        db.sql("update card_asking set asked = greatest(asked - 1, 0) where address = ?")
                .param(subject(address))
                .update();
    }

    @Scheduled(initialDelay = 120_000, fixedDelay = 3_600_000)
    void sweep() {
        db.sql("delete from card_asking where since < now() - interval '1 hour'")
                .update();
    }

    private byte[] subject(String address) {
        return keys.hash("card asking").doFinal(address.getBytes(StandardCharsets.UTF_8));
    }
}

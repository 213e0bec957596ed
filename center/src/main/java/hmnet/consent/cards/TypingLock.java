package hmnet.consent.cards;

import hmnet.ground.directory.Requester;
import java.time.Duration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Ten misses lock the typing of numbers for an account for a day (番号入力の停止).
@Component
class TypingLock {
    static final int MISSES_ALLOWED = 10;
    private static final int LOCK_SPACE = 7002;
    private static final Duration MISSES_COUNT_FOR = Duration.ofHours(24);
    private final JdbcClient db;

    TypingLock(JdbcClient db) {
        this.db = db;
    }

    int triesLeft(Requester by) {
        return Math.max(0, MISSES_ALLOWED - misses(by));
    }

    /// Counts a try as a miss before it is answered. Tries of one account queue up here until the one before is
    /// committed, so that many at once are counted like many in turn.
    boolean charged(Requester by) {
        db.sql("select pg_advisory_xact_lock(?, ?)")
                .params(LOCK_SPACE, Long.hashCode(by.staff().value()))
                .query(rows -> {});
        return misses(by) < MISSES_ALLOWED
                && db.sql("insert into typed_number_miss (staff) values (?)")
                                .param(by.staff().value())
                                .update()
                        == 1;
    }

    /// Takes back the miss of this very transaction: the number was right.
    void giveBack(Requester by) {
        db.sql("delete from typed_number_miss where staff = ? and xmin = pg_current_xact_id()::xid")
                .param(by.staff().value())
                .update();
    }

    private int misses(Requester by) {
        return db.sql("select count(*) from typed_number_miss where staff = ? and at > now() - cast(? as interval)")
                .params(by.staff().value(), MISSES_COUNT_FOR.toHours() + " hours")
                .query(Integer.class)
                .single();
    }
}

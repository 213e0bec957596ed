package hmnet.ground.signin;

import hmnet.ground.passkeys.Passkeys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Sweeps away what has ended (期限切れの掃除). Nothing depends on it: what has ended counts no more before
/// it is swept.
@Component
class ExpirySweep {
    private final JdbcClient db;
    private final Passkeys passkeys;

    ExpirySweep(JdbcClient db, Passkeys passkeys) {
        this.db = db;
        this.passkeys = passkeys;
    }

    @Scheduled(initialDelay = 60_000, fixedDelay = 600_000)
    void sweep() {
        passkeys.sweep();
        db.sql("delete from signin_half where ends_at < now()").update();
        db.sql("delete from signin_session where ends_at < now()").update();
        db.sql("""
                        update signin_account set password = null, must_change = false, totp_secret = null
                         where (password is not null or totp_secret is not null)
                           and staff in (select id from staff
                                          where left_at is not null
                                             or until < (now() at time zone 'Asia/Tokyo')::date)""").update();
        db.sql("""
                        delete from signin_throttle
                         where last_miss < now() - interval '1 day'
                           and coalesce(good_at, '-infinity') < now() - interval '30 days'""").update();
    }
}

package hmnet.ground.signin;

import static hmnet.ground.signin.WaitRule.ACCOUNT;
import static hmnet.ground.signin.WaitRule.ADDRESS;
import static hmnet.ground.signin.WaitRule.PAIR;

import hmnet.ground.keys.Keys;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Slows guessing down without shutting anybody out (試行回数の制限; S008, A011). An attempt is charged
/// before it is tried and given back when it succeeds, so that many at once gain nothing.
@Component
class Throttle {
    private final JdbcClient db;
    private final Keys keys;

    Throttle(JdbcClient db, Keys keys) {
        this.db = db;
        this.keys = keys;
    }

    /// One counter, its row locked by this transaction.
    private record MissCounter(int misses, boolean fresh, long waitSeconds, boolean goodHere) {}

    /// Counts an attempt. The rows are locked in the same order by everyone.
    ///
    /// @return how long to wait instead of trying; empty if it may be tried
    @Transactional
    Optional<Duration> charge(String login, String address) {
        var pair = subject(PAIR, login, address);
        var account = subject(ACCOUNT, login, "");
        var place = subject(ADDRESS, "", address);
        var ofPair = locked(pair);
        var ofAccount = locked(account);
        var ofPlace = locked(place);
        var holding = ofPair.goodHere() ? List.of(ofPair) : List.of(ofPair, ofAccount, ofPlace);
        var wait = holding.stream().mapToLong(MissCounter::waitSeconds).max().orElse(0);
        if (wait > 0) {
            return Optional.of(Duration.ofSeconds(wait));
        }
        count(PAIR, pair, ofPair);
        count(ACCOUNT, account, ofAccount);
        count(ADDRESS, place, ofPlace);
        return Optional.empty();
    }

    /// Gives an attempt back that succeeded with both factors, and remembers that this name belongs to this
    /// address.
    @Transactional
    void succeeded(String login, String address) {
        db.sql("update signin_throttle set misses = 0, blocked_until = null, good_at = now() where subject = ?")
                .param(subject(PAIR, login, address))
                .update();
        giveBack(ACCOUNT, subject(ACCOUNT, login, ""));
        giveBack(ADDRESS, subject(ADDRESS, "", address));
    }

    /// Gives an attempt back that was right but is not the whole sign-in yet.
    @Transactional
    void halfway(String login, String address) {
        giveBack(PAIR, subject(PAIR, login, address));
        giveBack(ACCOUNT, subject(ACCOUNT, login, ""));
        giveBack(ADDRESS, subject(ADDRESS, "", address));
    }

    private MissCounter locked(byte[] subject) {
        return db.sql("""
                        insert into signin_throttle as t (subject) values (?)
                        on conflict (subject) do update set subject = excluded.subject
                        returning misses, last_miss < now() - interval '1 hour' as fresh,
                                  coalesce(greatest(ceil(extract(epoch from blocked_until - clock_timestamp())), 0), 0)
                                      ::bigint as wait_seconds,
                                  coalesce(good_at > now() - interval '30 days', false) as good_here""").param(subject).query(MissCounter.class).single();
    }

    private void count(WaitRule kind, byte[] subject, MissCounter counter) {
        var misses = counter.fresh() ? 1 : counter.misses() + 1;
        db.sql("""
                        update signin_throttle
                           set misses = ?, last_miss = now(), blocked_until = clock_timestamp() + make_interval(secs => ?)
                         where subject = ?""").params(misses, kind.after(misses).toSeconds(), subject).update();
    }

    private void giveBack(WaitRule kind, byte[] subject) {
        db.sql("""
                        update signin_throttle
                           set misses = greatest(misses - 1, 0),
                               blocked_until = case when misses - 1 >= ? then blocked_until end
                         where subject = ?""").params(kind.free(), subject).update();
    }

    private byte[] subject(WaitRule kind, String login, String address) {
        var name = kind + "\n" + login.toLowerCase(Locale.ROOT) + "\n" + address;
        return keys.hash("sign-in: throttle").doFinal(name.getBytes(StandardCharsets.UTF_8));
    }
}

package hmnet.ground.signin;

import static hmnet.ground.signin.Throttle.WaitRule.ACCOUNT;
import static hmnet.ground.signin.Throttle.WaitRule.ADDRESS;
import static hmnet.ground.signin.Throttle.WaitRule.PAIR;

import hmnet.ground.keys.Keys;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Slows guessing down without shutting anybody out (試行回数の制限; S008, A011). An attempt is charged
/// before it is tried and given back when it succeeds, so that many at once gain nothing.
@Component
public class Throttle {
    private static final int IPV4 = 4;
    private static final int NETWORK = 8;

    /// After how many misses one has to wait, and how long at most (待ち時間; S008, A011): the wait doubles with
    /// each miss.
    enum WaitRule {
        /// One name from one address: what a person who mistypes meets.
        PAIR(5, Duration.ofMinutes(15)),
        /// One name from anywhere: short at most, or a stranger could keep a doctor out. An address this name
        /// signed in from before is not held by it.
        ACCOUNT(20, Duration.ofSeconds(60)),
        /// One address for all names: high, since a whole hospital may share it; not held against a name that
        /// signed in from there before.
        ADDRESS(100, Duration.ofMinutes(15));

        private final int free;
        private final Duration longest;

        WaitRule(int free, Duration longest) {
            this.free = free;
            this.longest = longest;
        }

        /// How many misses cost nothing.
        int free() {
            return free;
        }

        /// How long to wait after so many misses within the hour.
        Duration after(int misses) {
            if (misses < free) {
                return Duration.ZERO;
            }
            var doublings = Math.min(misses - free, 20);
            var wait = Duration.ofSeconds(1L << doublings);
            return wait.compareTo(longest) > 0 ? longest : wait;
        }
    }

    private final JdbcClient db;
    private final Keys keys;

    Throttle(JdbcClient db, Keys keys) {
        this.db = db;
        this.keys = keys;
    }

    /// Under what an attempt counts (試行の場所): the browser, where somebody signed in by this name with it within 30
    /// days, else the address. Guesses from anywhere else then hold nobody back at that browser.
    ///
    /// @param device what the browser was given at an earlier sign-in
    String place(String login, String address, Optional<Token> device) {
        return device.map(Throttle::browser)
                .filter(browser -> db.sql("""
                                select exists (select from signin_throttle
                                                where subject = ? and good_at > now() - interval '30 days')""")
                        .param(subject(PAIR, login, browser))
                        .query(Boolean.class)
                        .single())
                .orElseGet(() -> network(address));
    }

    /// From now on this browser is a place where that name signs in.
    void remember(String login, Token device) {
        db.sql("""
                        insert into signin_throttle (subject, good_at) values (?, now())
                        on conflict (subject) do update set good_at = now(), misses = 0, blocked_until = null""").param(subject(PAIR, login, browser(device))).update();
    }

    private static String browser(Token device) {
        return "browser " + device.value();
    }

    /// An IPv4 address, or the /64 of an IPv6 one: that is what one subscriber has, with more addresses in it than
    /// anybody can count.
    public static String network(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == IPV4 ? address : HexFormat.of().formatHex(bytes, 0, NETWORK) + "::/64";
        } catch (IllegalArgumentException noAddress) {
            return address;
        }
    }

    /// One counter, its row locked by this transaction.
    private record MissCounter(int misses, boolean fresh, long waitSeconds, boolean goodHere) {}

    /// Counts an attempt. The rows are locked in the same order by everyone.
    ///
    /// @param place as `place` says it
    /// @return how long to wait instead of trying; empty if it may be tried
    @Transactional
    public Optional<Duration> charge(String login, String place) {
        var pair = subject(PAIR, login, place);
        var account = subject(ACCOUNT, login, "");
        var everybody = subject(ADDRESS, "", place);
        var ofPair = locked(pair);
        var ofAccount = locked(account);
        var ofPlace = locked(everybody);
        var holding = ofPair.goodHere() ? List.of(ofPair) : List.of(ofPair, ofAccount, ofPlace);
        var wait = holding.stream().mapToLong(MissCounter::waitSeconds).max().orElse(0);
        if (wait > 0) {
            return Optional.of(Duration.ofSeconds(wait));
        }
        count(PAIR, pair, ofPair);
        count(ACCOUNT, account, ofAccount);
        count(ADDRESS, everybody, ofPlace);
        return Optional.empty();
    }

    /// Gives an attempt back that succeeded with both factors, and remembers that this name belongs to this
    /// address.
    @Transactional
    public void succeeded(String login, String place) {
        db.sql("update signin_throttle set misses = 0, blocked_until = null, good_at = now() where subject = ?")
                .param(subject(PAIR, login, place))
                .update();
        giveBack(ACCOUNT, subject(ACCOUNT, login, ""));
        giveBack(ADDRESS, subject(ADDRESS, "", place));
    }

    /// Gives an attempt back that was right but is not the whole sign-in yet.
    @Transactional
    void halfway(String login, String place) {
        giveBack(PAIR, subject(PAIR, login, place));
        giveBack(ACCOUNT, subject(ACCOUNT, login, ""));
        giveBack(ADDRESS, subject(ADDRESS, "", place));
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

package hmnet.consent.mynumber;

import hmnet.ground.keys.Keys;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// What a card is asked to sign (挑戦値): random, good for three minutes and once. Asking for one leaves
/// nothing behind, so that nobody can fill a table by asking.
@Component
class Challenges {
    static final Duration GOOD_FOR = Duration.ofMinutes(3);
    private static final int RANDOM = 16;
    private static final int TIME = 8;
    private static final int MAC = 16;

    private final Keys keys;
    private final JdbcClient db;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Challenges(Keys keys, JdbcClient db, Clock clock) {
        this.keys = keys;
        this.db = db;
        this.clock = clock;
    }

    String fresh() {
        var body = ByteBuffer.allocate(RANDOM + TIME);
        var some = new byte[RANDOM];
        random.nextBytes(some);
        body.put(some).putLong(clock.instant().getEpochSecond());
        var whole = Arrays.copyOf(body.array(), RANDOM + TIME + MAC);
        System.arraycopy(mac(body.array()), 0, whole, RANDOM + TIME, MAC);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
    }

    /// Whether it is one of ours and not too old.
    boolean current(String challenge) {
        byte[] whole;
        try {
            whole = Base64.getUrlDecoder().decode(challenge);
        } catch (IllegalArgumentException e) {
            return false;
        }
        if (whole.length != RANDOM + TIME + MAC) {
            return false;
        }
        var body = Arrays.copyOf(whole, RANDOM + TIME);
        var age = clock.instant().getEpochSecond()
                - ByteBuffer.wrap(body, RANDOM, TIME).getLong();
        return MessageDigest.isEqual(mac(body), Arrays.copyOfRange(whole, RANDOM + TIME, whole.length))
                && age >= 0
                && age <= GOOD_FOR.toSeconds();
    }

    /// Uses a challenge up; false where it was before. Inside the transaction of what it is used for.
    boolean use(String challenge) {
        db.sql("delete from answered_challenge where at < now() - interval '10 minutes'")
                .update();
        var hash = keys.hash("answered challenge").doFinal(challenge.getBytes(StandardCharsets.US_ASCII));
        return db.sql("insert into answered_challenge (hash) values (?) on conflict do nothing")
                        .param(hash)
                        .update()
                == 1;
    }

    private byte[] mac(byte[] body) {
        return Arrays.copyOf(keys.hash("card challenge").doFinal(body), MAC);
    }
}

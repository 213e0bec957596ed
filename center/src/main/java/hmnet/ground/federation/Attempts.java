package hmnet.ground.federation;

import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.Keys;
import hmnet.ground.signin.Token;
import java.nio.charset.StandardCharsets;
import java.sql.Types;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Browsers on their way to an identity provider and back (認証の途中): a row each, taken once.
@Component
class Attempts {
    private static final String BREAK = "\u001F";
    private static final int MOST = 20_000;
    private static final int MOST_OF_A_NETWORK = 1_000;

    private final JdbcClient db;
    private final FieldSeal seal;
    private final FederationSettings settings;

    Attempts(JdbcClient db, Keys keys, FederationSettings settings) {
        this.db = db;
        this.seal = new FieldSeal(keys, "ways to identity providers");
        this.settings = settings;
    }

    /// @param back where the browser wanted to go; empty where nowhere
    record AskedWords(String nonce, String verifier, String redirect, String back) {}

    /// @param session whose owner ties their account; null for a sign-in
    record WayAttempt(long provider, @Nullable UUID session, AskedWords asked) {}

    /// False where too many are on their way.
    boolean keep(String state, Token browser, WayAttempt attempt, String network) {
        var hash = new Token(state).hash();
        return db.sql("""
                        insert into identity_attempt (state, browser, provider, session, asked, network, ends_at)
                        select :state, :browser, :provider, :session, :asked, :network,
                               now() + make_interval(secs => :within)
                         where (select count(*) from identity_attempt where ends_at > now()) < :most
                           and (select count(*) from identity_attempt
                                 where network = :network and ends_at > now()) < :network_most""")
                        .param("state", hash)
                        .param("browser", browser.hash())
                        .param("provider", attempt.provider())
                        .param("session", attempt.session(), Types.OTHER)
                        .param("asked", seal(hash, attempt.asked()))
                        .param("network", network)
                        .param("within", settings.within().toSeconds())
                        .param("most", MOST)
                        .param("network_most", MOST_OF_A_NETWORK)
                        .update()
                == 1;
    }

    /// Once, and for the browser that began it.
    Optional<WayAttempt> take(String state, Token browser) {
        var hash = new Token(state).hash();
        return db.sql("""
                        delete from identity_attempt where state = ? and browser = ? and ends_at > now()
                        returning provider, session, asked""")
                .params(hash, browser.hash())
                .query((row, number) -> new WayAttempt(
                        row.getLong("provider"),
                        row.getObject("session", UUID.class),
                        open(hash, row.getBytes("asked"))))
                .optional();
    }

    private byte[] seal(byte[] state, AskedWords asked) {
        var words = String.join(BREAK, asked.nonce(), asked.verifier(), asked.redirect(), asked.back());
        return seal.seal(place(state), words.getBytes(StandardCharsets.UTF_8));
    }

    private AskedWords open(byte[] state, byte[] sealed) {
        var words = List.of(new String(seal.open(place(state), sealed), StandardCharsets.UTF_8).split(BREAK, -1));
        return new AskedWords(words.get(0), words.get(1), words.get(2), words.get(3));
    }

    private static String place(byte[] state) {
        return "identity_attempt|asked|" + HexFormat.of().formatHex(state);
    }

    @Scheduled(initialDelay = 100_000, fixedDelay = 600_000)
    void sweep() {
        db.sql("delete from identity_attempt where ends_at < now()").update();
    }
}

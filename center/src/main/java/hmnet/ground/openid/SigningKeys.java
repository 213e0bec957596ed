package hmnet.ground.openid;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.Requester;
import hmnet.ground.keys.FieldSeal;
import hmnet.ground.keys.Keys;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/// The keys that sign what sub-systems are told (署名鍵): RSA, sealed like every other key. The next one is published an
/// hour before it signs; one that signs no more is published until the last token under it has ended, and then
/// destroyed.
@Component
class SigningKeys {
    private static final int BITS = 3072;
    private static final Duration PUBLISHED_BEFORE = Duration.ofHours(1);
    private static final Duration PUBLISHED_AFTER = Duration.ofMinutes(15);

    private final JdbcClient db;
    private final FieldSeal seal;
    private final OpenIdSettings settings;
    private final Audit audit;
    private final TransactionOperations transaction;

    SigningKeys(JdbcClient db, Keys keys, OpenIdSettings settings, Audit audit, TransactionOperations transaction) {
        this.db = db;
        this.seal = new FieldSeal(keys, "keys that sign for sub-systems");
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
    }

    private record KeptKey(String kid, byte[] secret) {}

    /// The key that signs now. The first is made when it is first asked for.
    JWKSource<SecurityContext> signing() {
        return (selector, context) -> selector.select(new JWKSet(current()));
    }

    /// All that somebody may need to check a token, without their private halves.
    JWKSource<SecurityContext> published() {
        return (selector, context) -> {
            current();
            return selector.select(new JWKSet(publicKeys()));
        };
    }

    private JWK current() {
        var kept = signingNow().orElseGet(this::first);
        try {
            return JWK.parse(new String(seal.open(place(kept.kid()), kept.secret()), StandardCharsets.UTF_8));
        } catch (ParseException e) {
            throw new IllegalStateException("What is sealed as key " + kept.kid() + " is none", e);
        }
    }

    private List<JWK> publicKeys() {
        return db.sql("select public from openid_key where ended_at is null order by made_at limit 10")
                .query((row, number) -> {
                    try {
                        return JWK.parse(row.getString(1));
                    } catch (ParseException e) {
                        throw new IllegalStateException("A public key that is none", e);
                    }
                })
                .list();
    }

    private Optional<KeptKey> signingNow() {
        return db.sql("""
                        select kid, secret from openid_key
                         where ended_at is null and signs_from <= now() order by signs_from desc limit 1""")
                .query((row, number) -> new KeptKey(row.getString("kid"), row.getBytes("secret")))
                .optional();
    }

    private KeptKey first() {
        return transaction.execute(status -> {
            held();
            if (signingNow().isEmpty()) {
                make(Duration.ZERO);
                write(Trace.of(Action.OPENID_KEY_CHANGED, Actor.CENTRE, "made"));
            }
            return signingNow().orElseThrow();
        });
    }

    /// Another key signs at once, and the ones before count no more: for a key that may have been copied.
    @Transactional
    void replace(Requester by) {
        held();
        end("ended_at is null");
        make(Duration.ZERO);
        write(by.did(Action.OPENID_KEY_CHANGED, "replaced"));
    }

    /// Makes the next key in time, and destroys those that nobody needs any more.
    @Transactional
    public void turn() {
        held();
        var newest = db.sql("select max(made_at) from openid_key where ended_at is null")
                .query(OffsetDateTime.class)
                .optional();
        if (newest.isEmpty()) {
            return;
        }
        if (newest.get().isBefore(OffsetDateTime.now(newest.get().getOffset()).minusDays(settings.keyDays()))) {
            make(PUBLISHED_BEFORE);
            write(Trace.of(Action.OPENID_KEY_CHANGED, Actor.CENTRE, "made"));
        }
        end("""
                ended_at is null and exists (
                    select from openid_key later
                     where later.signs_from > openid_key.signs_from
                       and later.signs_from < now() - make_interval(secs => %d))""".formatted(PUBLISHED_AFTER.toSeconds()));
    }

    private void end(String which) {
        db.sql("update openid_key set ended_at = now(), secret = null where " + which)
                .update();
    }

    /// One after the other, however many ask at once.
    private void held() {
        db.sql("select pg_advisory_xact_lock(hashtext('openid_key'))")
                .query((row, number) -> true)
                .single();
    }

    private void make(Duration ahead) {
        var kid = UUID.randomUUID().toString();
        var key = key(kid);
        db.sql("""
                        insert into openid_key (kid, public, secret, signs_from)
                        values (?, ?, ?, now() + make_interval(secs => ?))""")
                .params(
                        kid,
                        key.toPublicJWK().toJSONString(),
                        seal.seal(place(kid), key.toJSONString().getBytes(StandardCharsets.UTF_8)),
                        ahead.toSeconds())
                .update();
    }

    private static RSAKey key(String kid) {
        try {
            return new RSAKeyGenerator(BITS)
                    .keyID(kid)
                    .keyUse(KeyUse.SIGNATURE)
                    .algorithm(JWSAlgorithm.RS256)
                    .generate();
        } catch (JOSEException e) {
            throw new IllegalStateException("This Java makes no RSA keys", e);
        }
    }

    private void write(Trace trace) {
        audit.write(trace);
    }

    private static String place(String kid) {
        return "openid_key|secret|" + kid;
    }
}

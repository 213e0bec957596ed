package hmnet.ground.passkeys;

import com.webauthn4j.WebAuthnManager;
import com.webauthn4j.converter.AttestedCredentialDataConverter;
import com.webauthn4j.converter.exception.DataConversionException;
import com.webauthn4j.converter.util.ObjectConverter;
import com.webauthn4j.credential.CredentialRecordImpl;
import com.webauthn4j.data.AuthenticationData;
import com.webauthn4j.data.AuthenticationParameters;
import com.webauthn4j.data.PublicKeyCredentialParameters;
import com.webauthn4j.data.PublicKeyCredentialType;
import com.webauthn4j.data.RegistrationData;
import com.webauthn4j.data.RegistrationParameters;
import com.webauthn4j.data.attestation.statement.COSEAlgorithmIdentifier;
import com.webauthn4j.data.attestation.statement.NoneAttestationStatement;
import com.webauthn4j.data.client.Origin;
import com.webauthn4j.data.client.challenge.DefaultChallenge;
import com.webauthn4j.data.extension.authenticator.AuthenticationExtensionsAuthenticatorOutputs;
import com.webauthn4j.server.ServerProperty;
import com.webauthn4j.util.exception.WebAuthnException;
import com.webauthn4j.verifier.exception.MaliciousCounterValueException;
import hmnet.ground.passkeys.PasskeyAnswer.NotProven;
import hmnet.ground.passkeys.PasskeyAnswer.PasskeyFault;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;

/// Passkeys: how they are added, asked for and ended (パスキー; WebAuthn 7.1 and 7.2). Each question is random, bound to
/// one
/// browser, good for five minutes and for one answer (A010). The person is always verified in the device, so a passkey
/// is two factors (S002).
@Component
public class Passkeys {
    /// As many as somebody may hold at once.
    public static final int MOST = 10;

    /// So many questions of people who sign in may stand open at once; a flood of them fills no disk.
    private static final int OPEN_MOST = 20_000;

    /// So many of one network: everybody of a hospital at the change of shift has room in it.
    private static final int OF_NETWORK_MOST = 1_000;

    private static final int LABEL_MAX = 60;
    private static final int ANSWER_MAX = 20_000;
    private static final List<COSEAlgorithmIdentifier> ALGORITHMS =
            List.of(COSEAlgorithmIdentifier.ES256, COSEAlgorithmIdentifier.EdDSA, COSEAlgorithmIdentifier.RS256);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient db;
    private final PasskeySettings settings;
    private final WebAuthnManager webAuthn;
    private final AttestedCredentialDataConverter credentials;

    Passkeys(JdbcClient db, PasskeySettings settings) {
        var converter = new ObjectConverter();
        this.db = db;
        this.settings = settings;
        this.webAuthn = WebAuthnManager.createNonStrictWebAuthnManager(converter);
        this.credentials = new AttestedCredentialDataConverter(converter);
    }

    /// Whether anybody's key that a cloud carries is taken.
    public boolean allowsSynced(PasskeyHolder.Kind kind) {
        return settings.allowsSynced(kind);
    }

    /// What a browser's `navigator.credentials.create` is asked, as JSON.
    ///
    /// @param account how the holder signs in otherwise; with the name, what the device shows
    /// @param browser SHA-256 of what this browser keeps meanwhile
    @Transactional
    public String askToAdd(PasskeyHolder holder, String account, String name, byte[] browser, RelyingParty at) {
        var handle = handle(holder);
        var challenge = ask(holder.kind(), handle, browser, null);
        var known = db.sql("select credential_id from passkey_credential where handle = ? and ended_at is null")
                .param(handle)
                .query((row, number) -> row.getBytes(1))
                .list();
        return PasskeyQuestion.toAdd(challenge, at, handle, account, name, ALGORITHMS, known);
    }

    /// What a browser's `navigator.credentials.get` is asked, as JSON: any key that it has of ours. Nothing while too
    /// many questions of one network, or of all, stand open: whoever floods shuts out themselves first.
    ///
    /// @param network from where it is asked
    @Transactional
    public Optional<String> askToSignIn(PasskeyHolder.Kind kind, byte[] browser, RelyingParty at, String network) {
        return isFlooded(network)
                ? Optional.empty()
                : Optional.of(PasskeyQuestion.toSignIn(ask(kind, null, browser, network), at));
    }

    private boolean isFlooded(String network) {
        var full = db.sql("""
                        select (select count(*) from (select from passkey_question limit :all) o) >= :all
                            or (select count(*) from (select from passkey_question
                                                       where network = :network limit :one) o) >= :one""")
                .param("all", OPEN_MOST)
                .param("one", OF_NETWORK_MOST)
                .param("network", network)
                .query(Boolean.class);
        if (!full.single()) {
            return false;
        }
        sweep();
        return full.single();
    }

    private byte[] ask(PasskeyHolder.Kind kind, byte @Nullable [] handle, byte[] browser, @Nullable String network) {
        var challenge = random();
        db.sql("""
                        insert into passkey_question (browser, challenge, kind, handle, network, ends_at)
                        values (:browser, :challenge, :kind, :handle, :network, now() + interval '5 minutes')
                        on conflict (browser) do update
                           set challenge = excluded.challenge, kind = excluded.kind, handle = excluded.handle,
                               network = excluded.network, ends_at = excluded.ends_at""")
                .param("browser", browser)
                .param("challenge", challenge)
                .param("kind", kind.word())
                .param("handle", handle, Types.BINARY)
                .param("network", network, Types.VARCHAR)
                .update();
        return challenge;
    }

    private record ChallengeRow(byte[] challenge, byte @Nullable [] handle) {}

    /// Used up by being read.
    private Optional<ChallengeRow> question(PasskeyHolder.Kind kind, byte[] browser) {
        return db.sql("""
                        delete from passkey_question where browser = ? and kind = ?
                        returning challenge, handle, ends_at > now() as stands""")
                .params(browser, kind.word())
                .query((row, number) -> row.getBoolean("stands")
                        ? Optional.of(new ChallengeRow(row.getBytes("challenge"), row.getBytes("handle")))
                        : Optional.<ChallengeRow>empty())
                .optional()
                .flatMap(found -> found);
    }

    /// Adds a device that answered.
    ///
    /// @param answer what `navigator.credentials.create` gave, as JSON
    @Transactional
    public PasskeyAnswer add(PasskeyHolder holder, String label, String answer, byte[] browser, RelyingParty at) {
        var handle = handle(holder);
        var question = question(holder.kind(), browser).filter(asked -> MessageDigest.isEqual(handle, asked.handle()));
        if (question.isEmpty()) {
            return new NotProven(PasskeyFault.STALE);
        }
        return read(answer, webAuthn::parseRegistrationResponseJSON)
                .map(device -> added(holder, handle, label, device, question.get(), at))
                .orElseGet(() -> new NotProven(PasskeyFault.FALSE));
    }

    private PasskeyAnswer added(
            PasskeyHolder holder,
            byte[] handle,
            String label,
            RegistrationData device,
            ChallengeRow question,
            RelyingParty at) {
        try {
            webAuthn.verify(device, new RegistrationParameters(server(question, at), parameters(), true, true));
        } catch (WebAuthnException wrong) {
            return new NotProven(PasskeyFault.FALSE);
        }
        var data = Objects.requireNonNull(device.getAttestationObject()).getAuthenticatorData();
        if (data.isFlagBE() && !settings.allowsSynced(holder.kind())) {
            return new NotProven(PasskeyFault.SYNCED);
        }
        var credential = data.getAttestedCredentialData();
        if (credential == null) {
            return new NotProven(PasskeyFault.FALSE);
        }
        if (of(holder).size() >= MOST) {
            return new NotProven(PasskeyFault.TOO_MANY);
        }
        return db.sql("""
                        insert into passkey_credential (credential_id, handle, credential, sign_count, synced, backed_up, label)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict (credential_id) do nothing returning id""")
                .params(
                        credential.getCredentialId(),
                        handle,
                        credentials.convert(credential),
                        data.getSignCount(),
                        data.isFlagBE(),
                        data.isFlagBS(),
                        label.substring(0, Math.min(label.length(), LABEL_MAX)))
                .query(Long.class)
                .optional()
                .<PasskeyAnswer>map(PasskeyAnswer.Added::new)
                .orElseGet(() -> new NotProven(PasskeyFault.TOO_MANY));
    }

    private record StoredKey(
            long id, byte[] handle, byte[] credential, long count, boolean synced, PasskeyHolder holder) {}

    /// Whose device answered.
    ///
    /// @param answer what `navigator.credentials.get` gave, as JSON
    @Transactional
    public PasskeyAnswer check(PasskeyHolder.Kind kind, String answer, byte[] browser, RelyingParty at) {
        var question = question(kind, browser).filter(asked -> asked.handle() == null);
        if (question.isEmpty()) {
            return new NotProven(PasskeyFault.STALE);
        }
        var device = read(answer, webAuthn::parseAuthenticationResponseJSON);
        if (device.isEmpty()) {
            return new NotProven(PasskeyFault.FALSE);
        }
        var key = stored(kind, device.get());
        if (key.isEmpty()) {
            return new NotProven(PasskeyFault.UNKNOWN);
        }
        return checked(device.get(), key.get(), question.get(), at);
    }

    private PasskeyAnswer checked(AuthenticationData device, StoredKey key, ChallengeRow question, RelyingParty at) {
        var holder = Optional.of(key.holder());
        if (device.getUserHandle() == null || !MessageDigest.isEqual(device.getUserHandle(), key.handle())) {
            return new NotProven(PasskeyFault.FALSE, holder);
        }
        if (key.synced() && !settings.allowsSynced(key.holder().kind())) {
            return new NotProven(PasskeyFault.SYNCED, holder);
        }
        var record = new CredentialRecordImpl(
                new NoneAttestationStatement(),
                true,
                key.synced(),
                null,
                key.count(),
                credentials.convert(key.credential()),
                new AuthenticationExtensionsAuthenticatorOutputs<>(),
                null,
                null,
                null);
        try {
            webAuthn.verify(device, new AuthenticationParameters(server(question, at), record, null, true, true));
        } catch (MaliciousCounterValueException copied) {
            end(key.id(), "copied");
            return new NotProven(PasskeyFault.COPIED, holder);
        } catch (WebAuthnException wrong) {
            return new NotProven(PasskeyFault.FALSE, holder);
        }
        var data = Objects.requireNonNull(device.getAuthenticatorData());
        db.sql("update passkey_credential set sign_count = ?, backed_up = ?, used_at = now() where id = ?")
                .params(data.getSignCount(), data.isFlagBS(), key.id())
                .update();
        return new PasskeyAnswer.Proven(key.holder(), key.id());
    }

    private Optional<StoredKey> stored(PasskeyHolder.Kind kind, AuthenticationData device) {
        return db.sql("""
                        select p.id, p.handle, p.credential, p.sign_count, p.synced, h.holder
                          from passkey_credential p join passkey_holder h using (handle)
                         where p.credential_id = ? and h.kind = ? and p.ended_at is null
                           for update of p""")
                .param(device.getCredentialId())
                .param(kind.word())
                .query((row, number) -> new StoredKey(
                        row.getLong("id"),
                        row.getBytes("handle"),
                        row.getBytes("credential"),
                        row.getLong("sign_count"),
                        row.getBoolean("synced"),
                        new PasskeyHolder(kind, row.getLong("holder"))))
                .optional();
    }

    /// The keys that stand, the oldest first.
    public List<Passkey> of(PasskeyHolder holder) {
        return db.sql("""
                        select p.id, p.label, p.synced, p.added_at, p.used_at
                          from passkey_credential p join passkey_holder h using (handle)
                         where h.kind = ? and h.holder = ? and p.ended_at is null order by p.id""")
                .params(holder.kind().word(), holder.id())
                .query((row, number) -> new Passkey(
                        row.getLong("id"),
                        row.getString("label"),
                        row.getBoolean("synced"),
                        row.getObject("added_at", OffsetDateTime.class),
                        Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))))
                .list();
    }

    /// Ends one of the holder's own.
    ///
    /// @return false where it is not theirs, or has ended
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean end(PasskeyHolder holder, long id) {
        return of(holder).stream().anyMatch(key -> key.id() == id) && end(id, "holder");
    }

    /// Ends all: with the account, or with what it is signed in by.
    @Transactional(propagation = Propagation.MANDATORY)
    public void endAll(PasskeyHolder holder) {
        of(holder).forEach(key -> end(key.id(), "account"));
    }

    /// Takes away questions that are over; they count no more before.
    public void sweep() {
        db.sql("delete from passkey_question where ends_at < now()").update();
    }

    private boolean end(long id, String why) {
        return db.sql("update passkey_credential set ended_at = now(), ended_why = ? where id = ? and ended_at is null")
                        .params(why, id)
                        .update()
                == 1;
    }

    private byte[] handle(PasskeyHolder holder) {
        db.sql(
                        "insert into passkey_holder (handle, kind, holder) values (?, ?, ?) on conflict (kind, holder) do nothing")
                .params(random(), holder.kind().word(), holder.id())
                .update();
        return db.sql("select handle from passkey_holder where kind = ? and holder = ?")
                .params(holder.kind().word(), holder.id())
                .query((row, number) -> row.getBytes(1))
                .single();
    }

    private static ServerProperty server(ChallengeRow question, RelyingParty at) {
        return ServerProperty.builder()
                .origin(new Origin(at.origin()))
                .rpId(at.name())
                .challenge(new DefaultChallenge(question.challenge()))
                .build();
    }

    private static List<PublicKeyCredentialParameters> parameters() {
        return ALGORITHMS.stream()
                .map(each -> new PublicKeyCredentialParameters(PublicKeyCredentialType.PUBLIC_KEY, each))
                .toList();
    }

    private interface AnswerParser<T> {
        T of(String json);
    }

    private static <T> Optional<T> read(String answer, AnswerParser<T> reading) {
        if (answer.isEmpty() || answer.length() > ANSWER_MAX) {
            return Optional.empty();
        }
        try {
            return Optional.of(reading.of(answer));
        } catch (DataConversionException
                | JacksonException
                | IllegalArgumentException
                | NullPointerException unreadable) {
            return Optional.empty();
        }
    }

    private static byte[] random() {
        var bits = new byte[32];
        RANDOM.nextBytes(bits);
        return bits;
    }
}

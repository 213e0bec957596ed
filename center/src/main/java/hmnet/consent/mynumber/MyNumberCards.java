package hmnet.consent.mynumber;

import hmnet.consent.cards.StaffTrace;
import hmnet.consent.mynumber.CardPresentation.CardRefusal;
import hmnet.consent.mynumber.CardPresentation.Refused;
import hmnet.consent.protection.Protections;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.directory.Requester;
import hmnet.people.links.Persons;
import hmnet.people.patients.PersonId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// My Number cards as a way to one's regional ID (マイナンバーカードで地域共通IDを取得): a desk binds the
/// certificate's serial once to whom it has identified; from then on the card's signature is enough. Nothing
/// else of a card is known here.
@Component
class MyNumberCards {
    private static final int RSA_MIN = 2048;
    private final JdbcClient db;
    private final Challenges challenges;
    private final CardTrust trust;
    private final Persons persons;
    private final Protections protections;
    private final Audit audit;

    MyNumberCards(
            JdbcClient db,
            Challenges challenges,
            CardTrust trust,
            Persons persons,
            Protections protections,
            Audit audit) {
        this.db = db;
        this.challenges = challenges;
        this.trust = trust;
        this.persons = persons;
        this.protections = protections;
        this.audit = audit;
    }

    /// Whether this centre takes cards at all.
    public boolean offered() {
        return trust.offered();
    }

    /// What a card is to sign next.
    public String challenge() {
        return challenges.fresh();
    }

    /// Binds a card to whom the desk has identified; a certificate bound before gives way to the renewed one.
    @Transactional
    public CardPresentation bind(PersonId person, String answer, Requester by) {
        var read = CardAnswer.read(answer);
        var refused = refused(read);
        if (refused.isPresent()) {
            return new Refused(refused.get());
        }
        var certificate = read.orElseThrow().certificate();
        var holder = holder(certificate);
        if (holder.isPresent() && !holder.get().equals(person)) {
            return new Refused(CardRefusal.ANOTHERS);
        }
        end(person, "renewed");
        db.sql("""
                        insert into user_certificate (issuer, serial, person, not_after, bound_by)
                        values (?, ?, ?, ?, ?)""")
                .params(
                        issuer(certificate),
                        serial(certificate),
                        person.value(),
                        OffsetDateTime.ofInstant(certificate.getNotAfter().toInstant(), ZoneOffset.UTC),
                        by.actor().word())
                .update();
        audit.write(StaffTrace.of(Action.USER_CERTIFICATE_BOUND, by, person, "bound", Map.of()));
        return new CardPresentation.Bound(person);
    }

    /// The regional ID of whoever holds the card. While a person is protected no card tells it.
    @Transactional
    public CardPresentation regionalId(String answer) {
        var read = CardAnswer.read(answer);
        var refused = refused(read);
        if (refused.isPresent()) {
            return new Refused(refused.get());
        }
        var person = holder(read.orElseThrow().certificate())
                .filter(known -> !protections.isProtected(known))
                .flatMap(persons::find);
        if (person.isEmpty()) {
            return new Refused(CardRefusal.NOT_BOUND);
        }
        var told = person.get();
        audit.write(Trace.of(Action.REGIONAL_ID_TOLD, Actor.CENTRE, "told")
                .about(told.id().value()));
        return new CardPresentation.Told(told.id(), told.regionalId());
    }

    /// Ends what is bound to a person.
    @Transactional
    public boolean end(PersonId person, Requester by) {
        var ended = end(person, "desk");
        if (ended) {
            audit.write(StaffTrace.of(Action.USER_CERTIFICATE_BOUND, by, person, "ended", Map.of()));
        }
        return ended;
    }

    private boolean end(PersonId person, String why) {
        return db.sql("""
                        update user_certificate set ended_at = now(), ended_why = ?
                         where person = ? and ended_at is null""").params(why, person.value()).update() == 1;
    }

    /// Until when the certificate bound to a person is valid; nothing where none is.
    public Optional<OffsetDateTime> boundUntil(PersonId person) {
        return db.sql("select not_after from user_certificate where person = ? and ended_at is null")
                .param(person.value())
                .query((row, number) -> row.getObject("not_after", OffsetDateTime.class))
                .optional();
    }

    private Optional<PersonId> holder(X509Certificate certificate) {
        return db.sql("select person from user_certificate where issuer = ? and serial = ? and ended_at is null")
                .params(issuer(certificate), serial(certificate))
                .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
                .optional();
    }

    /// The cheap questions first; the challenge is used up last, and only by a card that counts.
    private Optional<CardRefusal> refused(Optional<CardAnswer> read) {
        if (read.isEmpty()) {
            return Optional.of(CardRefusal.UNREADABLE);
        }
        var answer = read.get();
        if (!challenges.current(answer.challenge())) {
            return Optional.of(CardRefusal.TOO_LATE);
        }
        var standing = switch (trust.of(answer.certificate())) {
            case GOOD -> Optional.<CardRefusal>empty();
            case UNKNOWABLE -> Optional.of(CardRefusal.UNKNOWABLE);
            case OTHER_AUTHORITY, OTHER_PURPOSE -> Optional.of(CardRefusal.NOT_OURS);
            case EXPIRED -> Optional.of(CardRefusal.EXPIRED);
            case REVOKED -> Optional.of(CardRefusal.REVOKED);
        };
        if (standing.isPresent()) {
            return standing;
        }
        if (!signed(answer)) {
            return Optional.of(CardRefusal.NOT_SIGNED);
        }
        return challenges.use(answer.challenge()) ? Optional.empty() : Optional.of(CardRefusal.REPLAYED);
    }

    private static boolean signed(CardAnswer answer) {
        if (!(answer.certificate().getPublicKey() instanceof RSAPublicKey key)
                || key.getModulus().bitLength() < RSA_MIN) {
            return false;
        }
        try {
            var signature = Signature.getInstance("SHA256withRSA");
            signature.initVerify(key);
            signature.update(answer.challenge().getBytes(StandardCharsets.US_ASCII));
            return signature.verify(answer.signature());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static String issuer(X509Certificate certificate) {
        return certificate.getIssuerX500Principal().getName();
    }

    private static String serial(X509Certificate certificate) {
        return certificate.getSerialNumber().toString(16);
    }
}

package hmnet.consent.patientcard;

import hmnet.consent.cards.StaffTrace;
import hmnet.consent.protection.Protections;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.ground.keys.Keys;
import hmnet.people.patients.PersonId;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The register of common keys (共通キーの台帳). A person has one card at a time; the one before ends with it. While a
/// person is protected no key tells whose it is, and to whoever is shut out from them it is unknown.
@Component
class CommonKeys {
    private final JdbcClient db;
    private final Keys keys;
    private final Protections protections;
    private final Audit audit;

    CommonKeys(JdbcClient db, Keys keys, Protections protections, Audit audit) {
        this.db = db;
        this.keys = keys;
        this.protections = protections;
        this.audit = audit;
    }

    /// Binds the key of a card to whom a desk has identified.
    ///
    /// @return false where it is another's card, or one that ended, or the person does not exist for the desk
    @Transactional
    boolean bind(PersonId person, CommonKey key, Requester by) {
        if (protections.keeps(by, person)) {
            return false;
        }
        if (bound(key).filter(person::equals).isPresent()) {
            return true;
        }
        var known = db.sql("select exists (select from common_key where hash = ?)")
                .param(hash(key))
                .query(Boolean.class)
                .single();
        if (known) {
            return false;
        }
        db.sql("update common_key set ended_at = now() where person = ? and ended_at is null")
                .param(person.value())
                .update();
        db.sql("insert into common_key (hash, person, bound_by) values (?, ?, ?)")
                .params(hash(key), person.value(), by.actor().word())
                .update();
        audit.write(StaffTrace.of(Action.COMMON_KEY_BOUND, by, person, "bound", Map.of()));
        return true;
    }

    /// Whose card this is, which they read of in their log; nothing for an unknown one and one that ended.
    @Transactional
    Optional<PersonId> holder(CommonKey key, Requester by) {
        var bound = bound(key);
        var told = bound.filter(person -> !protections.isProtected(person) && !protections.keeps(by, person));
        audit.write(StaffTrace.of(
                Action.CARD_READ,
                by,
                bound.orElse(null),
                told.isPresent() ? "known" : "unknown",
                Map.of("how", "common-key")));
        return told;
    }

    private Optional<PersonId> bound(CommonKey key) {
        return db.sql("select person from common_key where hash = ? and ended_at is null")
                .param(hash(key))
                .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
                .optional();
    }

    private byte[] hash(CommonKey key) {
        return keys.hash("common key").doFinal(key.bytes());
    }
}

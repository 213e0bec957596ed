package hmnet.consent.consents;

import hmnet.consent.notices.ConsentNotices;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.ground.directory.ResidentCaller;
import hmnet.people.patients.PersonId;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Consents for emergencies (事前の緊急同意), given and ended apart from the consent for care. Whoever takes the consent for
/// care back ends this one too, and may give it again.
@Component
public class EmergencyConsents {
    private final JdbcClient db;
    private final Consents consents;
    private final Audit audit;
    private final ConsentNotices notices;

    EmergencyConsents(JdbcClient db, Consents consents, Audit audit, ConsentNotices notices) {
        this.notices = notices;
        this.db = db;
        this.consents = consents;
        this.audit = audit;
    }

    /// Since when it holds; nothing while it does not.
    public Optional<OffsetDateTime> since(PersonId person) {
        return db.sql("select emergency_since from consent where person = ? and emergency_since is not null")
                .param(person.value())
                .query(OffsetDateTime.class)
                .optional();
    }

    /// Recorded at a counter. Waits for charts of the person that are open.
    ///
    /// @return false where it stood so already
    @Transactional
    public boolean record(PersonId person, boolean given, String how, Requester by) {
        if (!store(person, given, how, by.actor())) {
            return false;
        }
        audit.write(by.did(Action.CONSENT_RECORDED, person.value(), outcome(given), detail(how)));
        return true;
    }

    /// The resident gives or ends it, in their own account.
    ///
    /// @return false where it stood so already
    @Transactional
    public boolean decide(ResidentCaller resident, boolean given) {
        if (!store(new PersonId(resident.person()), given, "app", resident.actor())) {
            return false;
        }
        audit.write(resident.did(Action.CONSENT_RECORDED, outcome(given)).with(detail("app")));
        return true;
    }

    private boolean store(PersonId person, boolean given, String how, Actor by) {
        consents.held(person);
        var changed = db.sql("""
                        update consent set emergency_since = case when :given then clock_timestamp() end
                         where person = :person and (emergency_since is null) = :given""")
                        .param("given", given)
                        .param("person", person.value())
                        .update()
                == 1;
        if (changed) {
            event(db, person, given, how, notices.current(), by);
        }
        return changed;
    }

    static void event(JdbcClient db, PersonId person, boolean given, String how, String notice, Actor by) {
        db.sql("insert into emergency_consent (person, given, how, notice_version, by) values (?, ?, ?, ?, ?)")
                .params(person.value(), given, how, notice, by.word())
                .update();
    }

    private static String outcome(boolean given) {
        return given ? "emergency-given" : "emergency-ended";
    }

    private Map<String, String> detail(String how) {
        return Map.of("how", how, "notice", notices.current());
    }
}

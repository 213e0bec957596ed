package hmnet.consent.protection;

import hmnet.consent.cards.Cards;
import hmnet.consent.cards.StaffTrace;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.people.links.LeftOut;
import hmnet.people.patients.PersonId;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The end of a protection (保護の終了): one of the office asks for it, another one ends it. Cards that were
/// ended stay dead; whoever was shut out needs a card read anew.
@Component
public class ProtectionEnding {
    private final JdbcClient db;
    private final LeftOut leftOut;
    private final Protections protections;
    private final Audit audit;

    ProtectionEnding(JdbcClient db, LeftOut leftOut, Protections protections, Audit audit) {
        this.db = db;
        this.leftOut = leftOut;
        this.protections = protections;
        this.audit = audit;
    }

    /// What came of it.
    public enum Outcome {
        ASKED,
        ENDED,
        /// The one who asked cannot be the one who ends it.
        SAME_PERSON,
        /// Nobody asked yet, or there is no protection.
        NOTHING_TO_END
    }

    /// The first of two.
    @Transactional
    public Outcome ask(PersonId person, String why, Requester by) {
        var asked = !protections.keeps(by, person)
                && db.sql("""
                        update protection set ending_asked_at = now(), ending_asked_by = ?, ending_why = ?
                         where person = ? and ended_at is null and ending_asked_by is null""").params(by.staff().value(), why, person.value()).update() == 1;
        if (asked) {
            audit.write(StaffTrace.of(Action.PROTECTION_END_ASKED, by, person, "asked", Map.of("why", why)));
        }
        return asked ? Outcome.ASKED : Outcome.NOTHING_TO_END;
    }

    /// The second of two takes the first one's request back: the protection goes on.
    @Transactional
    public void refuse(PersonId person, Requester by) {
        var refused = !protections.keeps(by, person)
                && db.sql("""
                        update protection set ending_asked_at = null, ending_asked_by = null, ending_why = null
                         where person = ? and ended_at is null and ending_asked_by is not null""").param(person.value()).update() == 1;
        if (refused) {
            audit.write(StaffTrace.of(Action.PROTECTION_END_ASKED, by, person, "refused", Map.of()));
        }
    }

    /// The second of two.
    @Transactional
    public Outcome end(PersonId person, Requester by) {
        var asker = db.sql("""
                        select ending_asked_by from protection
                         where person = ? and ended_at is null and ending_asked_by is not null for update""").param(person.value()).query(Long.class).optional();
        if (asker.isEmpty() || protections.keeps(by, person)) {
            return Outcome.NOTHING_TO_END;
        }
        if (asker.get() == by.staff().value()) {
            return Outcome.SAME_PERSON;
        }
        leftOut.take(person, LeftOut.PROTECTED);
        db.sql("update protection set ended_at = now(), ended_by = ? where person = ? and ended_at is null")
                .params(by.staff().value(), person.value())
                .update();
        db.sql("""
                        update consent set protected_since = null, kept_facilities = '{}', kept_staff = '{}'
                         where person = ?""").param(person.value()).update();
        db.sql("insert into resident_notice (person, kind) values (?, 'protection-ended')")
                .param(person.value())
                .update();
        audit.write(StaffTrace.of(Action.PROTECTION_ENDED, by, person, "ended", Map.of()));
        return Outcome.ENDED;
    }
}

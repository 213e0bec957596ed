package hmnet.consent.proxies;

import hmnet.consent.consents.ConsentChoice;
import hmnet.consent.consents.ConsentState;
import hmnet.consent.consents.Consents;
import hmnet.consent.notices.ConsentNotices;
import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.people.patients.PersonId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Deaths that the office recorded (死亡の登録). Means, sessions and proxies end with them, asked with each request; the
/// consent is ended in the same act.
@Component
public class Deaths {
    /// Who told of it.
    public static final List<String> SOURCES = List.of("family", "facility", "municipality");

    private final JdbcClient db;
    private final Consents consents;
    private final ConsentNotices notices;
    private final Audit audit;

    Deaths(JdbcClient db, Consents consents, ConsentNotices notices, Audit audit) {
        this.notices = notices;
        this.db = db;
        this.consents = consents;
        this.audit = audit;
    }

    public boolean isDead(PersonId person) {
        return db.sql("select is_dead(?)")
                .param(person.value())
                .query(Boolean.class)
                .single();
    }

    public Optional<LocalDate> of(PersonId person) {
        return db.sql("select min(died_on) from person_death where person = any(one_with(?)) and taken_back_at is null")
                .param(person.value())
                .query(LocalDate.class)
                .optional();
    }

    /// @return false where one is recorded already
    @Transactional
    public boolean record(PersonId person, LocalDate diedOn, String source, Requester by) {
        consents.held(person);
        if (isDead(person)) {
            return false;
        }
        db.sql("insert into person_death (person, died_on, source, by) values (?, ?, ?, ?)")
                .params(person.value(), diedOn, source, by.actor().word())
                .update();
        audit.write(by.did(Action.DEATH_RECORDED, person.value(), "recorded", Map.of("source", source)));
        if (consents.of(person).state() != ConsentState.WITHDRAWN) {
            consents.record(person, ConsentChoice.NOTHING, "paper", notices.current(), by);
        }
        return true;
    }

    /// A death recorded in error. The consent is not given again by that: the person says it anew.
    @Transactional
    public boolean takeBack(PersonId person, Requester by) {
        var taken = db.sql("""
                                update person_death set taken_back_at = clock_timestamp(), taken_back_by = ?
                                 where person = any(one_with(?)) and taken_back_at is null""").params(by.actor().word(), person.value()).update() > 0;
        if (taken) {
            audit.write(by.did(Action.DEATH_TAKEN_BACK, person.value(), "error", Map.of()));
        }
        return taken;
    }
}

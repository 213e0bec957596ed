package hmnet.consent.emergency;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Audit;
import hmnet.ground.directory.Requester;
import hmnet.ground.disaster.Disaster;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.PersonId;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What was opened while a disaster mode held (災害時の閲覧の振り返り), for the office, which checks it afterwards, and for the
/// person. Of each opening with consent some are drawn for the review, as of the emergency doors; the office chooses
/// more.
@Component
public class DisasterLooks {
    private static final Duration TOLD_FOR = Duration.ofDays(90);

    private final JdbcClient db;
    private final SamePersons samePersons;
    private final Audit audit;

    DisasterLooks(JdbcClient db, SamePersons samePersons, Audit audit) {
        this.db = db;
        this.samePersons = samePersons;
        this.audit = audit;
    }

    /// How much was opened (閲覧の数).
    ///
    /// @param openings under the disaster mode
    /// @param persons how many persons these were about
    /// @param chosen those of them that go to the review
    /// @param without openings without consent in that time, each of which is reviewed anyway
    public record LookCount(long openings, long persons, long chosen, long without) {}

    /// An opening, and whether it goes to the review (閲覧の一件).
    public record DisasterLook(EmergencyOpening opening, boolean chosen) {}

    /// Those of a mode, and those without consent in its time, from one number on.
    ///
    /// @param after the last number of the page before; 0 to begin
    @Transactional
    public List<DisasterLook> of(Requester by, Disaster disaster, long after, int most) {
        var looks = db.sql("""
                        select * from emergency_opening
                         where id > :after and (disaster = :disaster
                            or door = 'break-glass' and opened_at >= :since and opened_at < :until)
                         order by id limit :most""")
                .param("after", after)
                .param("disaster", disaster.id())
                .param("since", disaster.since())
                .param("until", disaster.end())
                .param("most", most)
                .query((row, number) -> {
                    var opening = EmergencyRows.read(row, number);
                    return new DisasterLook(opening, opening.sampled() || opening.withoutConsent());
                })
                .list();
        audit.write(by.did(Action.DISASTER_LOOKS_LISTED, "shown")
                .with("disaster", Long.toString(disaster.id()))
                .with("lines", Integer.toString(looks.size())));
        return looks;
    }

    public LookCount count(Disaster disaster) {
        return db.sql("""
                        select count(*) as openings, count(distinct person) as persons,
                               count(*) filter (where sampled) as chosen,
                               (select count(*) from emergency_opening
                                 where door = 'break-glass' and opened_at >= :since and opened_at < :until) as without
                          from emergency_opening where disaster = :disaster""")
                .param("disaster", disaster.id())
                .param("since", disaster.since())
                .param("until", disaster.end())
                .query(LookCount.class)
                .single();
    }

    /// Sends an opening to the review. Nobody chooses one of their own.
    ///
    /// @return false where there is none such, or it goes there already
    @Transactional
    public boolean choose(Requester by, Disaster disaster, long opening) {
        var chosen = db.sql("""
                        update emergency_opening set sampled = true
                         where id = ? and disaster = ? and staff <> ? and not sampled returning *""")
                .params(opening, disaster.id(), by.staff().value())
                .query(EmergencyRows::read)
                .optional();
        chosen.ifPresent(one -> audit.write(by.did(
                Action.DISASTER_LOOK_CHOSEN,
                one.person().value(),
                "chosen",
                Map.of("opening", Long.toString(opening), "disaster", Long.toString(disaster.id())))));
        return chosen.isPresent();
    }

    /// What a person is told on their own page (本人へのお知らせ).
    public record ToldLooks(long times, OffsetDateTime last) {}

    /// How often a person, or who is one with them, was opened under a disaster mode in the last 90 days; nothing for
    /// never.
    public Optional<ToldLooks> told(PersonId person) {
        return db.sql("""
                        select count(*) as times, max(opened_at) as last from emergency_opening
                         where person = any(:persons::uuid[]) and disaster is not null
                           and opened_at > now() - make_interval(secs => :seconds)
                        having count(*) > 0""")
                .param(
                        "persons",
                        samePersons.of(person).stream().map(PersonId::toString).toArray(String[]::new))
                .param("seconds", TOLD_FOR.toSeconds())
                .query(ToldLooks.class)
                .optional();
    }
}

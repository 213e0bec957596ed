package hmnet.people.links;

import hmnet.ground.audit.Action;
import hmnet.ground.audit.Actor;
import hmnet.ground.audit.Audit;
import hmnet.ground.audit.Trace;
import hmnet.ground.database.ColumnWord;
import hmnet.people.patients.MatchQueue;
import hmnet.people.patients.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Two persons of the office found to be one (同一人物の結合): events that stay, and what they add up to.
/// Nothing that was given under either is moved, so parting them leaves each what they had.
@Component
public class SamePersons {
    private final JdbcClient db;
    private final MatchQueue matching;
    private final MatchExclusions matchExclusions;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final SealedJoinReasons reasons;

    SamePersons(
            JdbcClient db,
            MatchQueue matching,
            MatchExclusions matchExclusions,
            ApplicationEventPublisher events,
            Audit audit,
            SealedJoinReasons reasons) {
        this.reasons = reasons;
        this.db = db;
        this.matching = matching;
        this.matchExclusions = matchExclusions;
        this.events = events;
        this.audit = audit;
    }

    /// Everybody who is one with this person now, themselves included.
    public List<PersonId> of(PersonId person) {
        return db.sql("select unnest(one_with(?)) as person order by 1")
                .param(person.value())
                .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
                .list();
    }

    /// Waits until nobody else joins, parts or matches, and holds the rest back until the transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public void alone() {
        matching.alone();
    }

    /// Joins two persons; false when they are joined by a decision of their own already.
    @Transactional
    public boolean join(PersonId person, PersonId other, Actor by, String why) {
        return join(person, other, by, why, null);
    }

    /// In the caller's transaction, which decides more than this.
    ///
    /// @param review the question that was decided so, or null
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean join(PersonId person, PersonId other, Actor by, String why, @Nullable Long review) {
        matching.alone();
        return !person.equals(other) && !held(person, other) && write(person, other, JoinAction.JOIN, by, why, review);
    }

    /// Takes a join back; false when no decision joins these two.
    @Transactional
    public boolean part(PersonId person, PersonId other, Actor by, String why) {
        return part(person, other, by, why, null);
    }

    /// In the caller's transaction, which takes more back than this.
    ///
    /// @param review the question whose decision is taken back, or null
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean part(PersonId person, PersonId other, Actor by, String why, @Nullable Long review) {
        matching.alone();
        return held(person, other) && write(person, other, JoinAction.PART, by, why, review);
    }

    /// Whether the last word about these two is that they are one.
    private boolean held(PersonId person, PersonId other) {
        return db.sql("""
                        select action from same_person_event
                         where (person = :one and other = :other) or (person = :other and other = :one)
                         order by id desc limit 1""")
                .param("one", person.value())
                .param("other", other.value())
                .query((row, number) -> ColumnWord.read(row, "action", JoinAction.class))
                .optional()
                .filter(last -> last == JoinAction.JOIN)
                .isPresent();
    }

    private boolean write(
            PersonId person, PersonId other, JoinAction action, Actor by, String why, @Nullable Long review) {
        var before = Set.of(oneWith(person.value()));
        var concerned = new TreeSet<>(before);
        concerned.addAll(List.of(oneWith(other.value())));
        db.sql("insert into same_person_event (person, other, action, by, why, review) values (?, ?, ?, ?, ?, ?)")
                .params(
                        person.value(),
                        other.value(),
                        action.word(),
                        by.word(),
                        reasons.seal(person.value(), other.value(), why))
                .param(review)
                .update();
        settle(concerned);
        matchExclusions.followJoins(concerned);
        var joined = action == JoinAction.JOIN;
        trace(joined ? Action.PERSONS_JOINED : Action.PERSONS_PARTED, person, by);
        trace(joined ? Action.PERSONS_JOINED : Action.PERSONS_PARTED, other, by);
        if (!before.equals(Set.of(oneWith(person.value())))) {
            events.publishEvent(
                    new PersonsJoined(concerned.stream().map(PersonId::new).toList(), joined));
        }
        return true;
    }

    /// In each one's own log, never naming the other: if they are two after all, that is another human.
    private void trace(Action action, PersonId person, Actor by) {
        audit.write(Trace.of(action, by, "done").about(person.value()));
    }

    private UUID[] oneWith(UUID person) {
        return db.sql("select one_with(?) as persons")
                .param(person)
                .query((row, number) -> (UUID[]) row.getArray("persons").getArray())
                .single();
    }

    /// Replays the last word about every two of these persons, who hang together with nobody else.
    private void settle(Collection<UUID> persons) {
        var all = persons.stream().map(UUID::toString).toArray(String[]::new);
        db.sql("delete from same_person where person = any(?::uuid[])")
                .param(all)
                .update();
        db.sql("""
                        with recursive last as (
                            select distinct on (least(person, other), greatest(person, other)) person, other, action
                              from same_person_event where person = any(cast(:all as uuid[])) and other = any(cast(:all as uuid[]))
                             order by least(person, other), greatest(person, other), id desc),
                        pair as (select person as a, other as b from last where action = 'join'
                                 union select other, person from last where action = 'join'),
                        reach as (select a, b from pair union select r.a, p.b from reach r join pair p on p.a = r.b)
                        insert into same_person (person, other) select a, b from reach where a <> b""").param("all", all).update();
    }
}

package hmnet.people.links;

import hmnet.ground.audit.Actor;
import hmnet.ground.database.ColumnWord;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Links as events, and what they add up to (紐付けの履歴と現在). Nothing else writes either table but the
/// take-over; an event is written exactly when the linkage changes, in the transaction of whoever decides.
@Component
public class LinkRows {
    /// Who it was, where it was the matcher.
    public static final String MATCHER = "matcher";

    private final JdbcClient db;
    private final ExcludedCharts leftOut;

    public LinkRows(JdbcClient db) {
        this.db = db;
        this.leftOut = new ExcludedCharts(db);
    }

    /// Why a link is made or taken back.
    ///
    /// @param evidence as JSON, or null where a human needed none
    /// @param review the review decided, or null
    /// @param by the word of an actor, or `matcher`
    public record Cause(
            String by,
            String why,
            LinkSource source,
            @Nullable Double score,
            @Nullable String evidence,
            @Nullable Long review) {
        public static Cause desk(Actor by, String why) {
            return new Cause(by.word(), why, LinkSource.DESK, null, null, null);
        }

        public static Cause matched(String why) {
            return new Cause(MATCHER, why, LinkSource.MATCHER, null, null, null);
        }

        public static Cause matched(String why, double score, String evidence) {
            return new Cause(MATCHER, why, LinkSource.MATCHER, score, evidence, null);
        }

        public static Cause reviewed(Actor by, String why, long review) {
            return new Cause(by.word(), why, LinkSource.REVIEW, null, null, review);
        }

        public Cause with(LinkSource source) {
            return new Cause(by, why, source, score, evidence, review);
        }

        Cause asideOf(LinkSource source) {
            return new Cause(MATCHER, "set aside", source, null, null, review);
        }
    }

    /// Whose a patient is now.
    ///
    /// @param provisional whether the matcher made the person and the link
    record CurrentLink(UUID person, LinkSource source, boolean provisional) {}

    /// Holds the row until the transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<CurrentLink> held(long patient) {
        return db.sql("""
                        select l.person, l.source, l.source = 'matcher' and n.origin = 'matcher' as provisional
                          from linkage l join person n on n.id = l.person where l.patient = ? for update of l""")
                .param(patient)
                .query((row, number) -> new CurrentLink(
                        row.getObject("person", UUID.class),
                        ColumnWord.read(row, "source", LinkSource.class),
                        row.getBoolean("provisional")))
                .optional();
    }

    /// Whom patients are linked to now, each once.
    List<PersonId> personsOf(Collection<PatientId> patients) {
        return db.sql("select distinct person from linkage where patient = any(?) order by 1")
                .param(patients.stream().map(PatientId::value).toArray(Long[]::new))
                .query((row, number) -> new PersonId(row.getObject("person", UUID.class)))
                .list();
    }

    /// Whether the facility merged this chart with one that a human has linked to somebody else.
    boolean mergedWithOther(long patient, UUID person) {
        return db.sql("""
                        select exists (select from merged_chart mine
                                         join merged_chart other on other.whole = mine.whole
                                         join linkage l on l.patient = other.patient
                                        where mine.patient = ? and l.person <> ? and l.source <> 'matcher'
                                          and not merged_held(mine.whole))""").params(patient, person).query(Boolean.class).single();
    }

    /// Links an unlinked patient; false when somebody else was faster.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean link(long patient, UUID person, Cause cause) {
        var linked = db.sql("""
                        insert into linkage (patient, person, since, source) values (?, ?, now(), ?)
                            on conflict (patient) do nothing""").params(patient, person, cause.source().word()).update() == 1;
        if (linked) {
            write(patient, person, LinkAction.LINK, cause);
            leftOut.follow(List.of(patient));
        }
        return linked;
    }

    /// The desk says what was only matched so far.
    @Transactional(propagation = Propagation.MANDATORY)
    void confirm(long patient, UUID person, Cause cause) {
        db.sql("update linkage set source = ? where patient = ?")
                .params(cause.source().word(), patient)
                .update();
        write(patient, person, LinkAction.LINK, cause);
    }

    /// Takes a link back; false when it does not hold.
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean unlink(long patient, UUID person, Cause cause) {
        var held = db.sql("delete from linkage where patient = ? and person = ?")
                        .params(patient, person)
                        .update()
                == 1;
        if (held) {
            write(patient, person, LinkAction.UNLINK, cause);
            leftOut.follow(List.of(patient));
        }
        return held;
    }

    /// Takes a chart away from a person whose it is only because the facility merged it with another: a
    /// human's word, which outranks the merge. A link of its own that is said and taken back, so that the
    /// events tell it; one that the merge had covered is set aside for it, which nobody has said, and stands
    /// again as it was said.
    @Transactional(propagation = Propagation.MANDATORY)
    public void part(long patient, UUID person, Cause cause) {
        var own = held(patient);
        var said = own.map(held -> saidOf(patient, held, cause.review()));
        own.ifPresent(held -> unlink(patient, held.person(), cause.asideOf(held.source())));
        link(patient, person, cause);
        unlink(patient, person, cause);
        own.ifPresent(held -> link(patient, held.person(), said.orElseThrow()));
    }

    /// Why a chart is linked to whom it is linked to.
    private Cause saidOf(long patient, CurrentLink held, @Nullable Long review) {
        return db.sql("""
                        select by, why, score::float8 as score, evidence::text as evidence from link_event
                         where patient = ? and person = ? and action = 'link' order by id desc limit 1""")
                .params(patient, held.person())
                .query((row, number) -> new Cause(
                        row.getString("by"),
                        row.getString("why"),
                        held.source(),
                        row.getObject("score", Double.class),
                        row.getString("evidence"),
                        review))
                .single();
    }

    /// Whether a chart is a person's by nothing but a merge.
    public boolean merged(long patient, UUID person) {
        return db.sql("select exists (select from charts_of(?) where patient = ? and source = 'merge')")
                .params(person, patient)
                .query(Boolean.class)
                .single();
    }

    /// From whom a human has taken these patients away, as the last word about the two. A decision taken back
    /// says nothing.
    public List<PartedPatient> partedByHumans(List<Long> patients) {
        return db.sql("""
                        select patient, person from (
                            select distinct on (patient, person) patient, person, action, by from link_event e
                             where patient = any(?)
                               and not exists (select from match_review r
                                                where r.id = e.review and r.state not in %s)
                             order by patient, person, id desc) last
                         where action = 'unlink' and by <> 'matcher'""".formatted(ReviewState.DECIDED))
                .param(patients.toArray(Long[]::new))
                .query((row, number) -> new PartedPatient(row.getLong("patient"), row.getObject("person", UUID.class)))
                .list();
    }

    /// A patient whom a human took away from a person.
    public record PartedPatient(long patient, UUID person) {}

    /// One event of a review's decision.
    ///
    /// @param source of the link made, or of the one taken back
    public record DecisionEvent(long patient, UUID person, LinkAction action, LinkSource source) {}

    /// What the last decision of a review did, the last first.
    public List<DecisionEvent> doneBy(long review) {
        return db.sql("""
                        select e.patient, e.person, e.action,
                               coalesce((select b.source from link_event b
                                          where b.patient = e.patient and b.person = e.person
                                            and b.action = 'link' and b.id < e.id
                                          order by b.id desc limit 1), 'review') as source
                          from link_event e
                         where e.review = ? and e.at >= (select max(at) from match_review_event
                                                      where review = ? and action in %s)
                         order by e.id desc""".formatted(ReviewAction.DECISIONS))
                .params(review, review)
                .query((row, number) -> new DecisionEvent(
                        row.getLong("patient"),
                        row.getObject("person", UUID.class),
                        ColumnWord.read(row, "action", LinkAction.class),
                        ColumnWord.read(row, "source", LinkSource.class)))
                .list();
    }

    /// All patients linked to a person now.
    public List<Long> patientsOf(UUID person) {
        return db.sql("select patient from linkage where person = ? order by patient")
                .param(person)
                .query((row, number) -> row.getLong("patient"))
                .list();
    }

    private void write(long patient, UUID person, LinkAction action, Cause cause) {
        db.sql("""
                        insert into link_event (patient, person, action, by, why, source, score, evidence, review)
                        values (?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)""")
                .params(
                        patient,
                        person,
                        action.word(),
                        cause.by(),
                        cause.why(),
                        cause.source().word())
                .param(cause.score())
                .param(cause.evidence())
                .param(cause.review())
                .update();
    }
}

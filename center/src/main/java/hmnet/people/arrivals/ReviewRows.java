package hmnet.people.arrivals;

import hmnet.ground.audit.Actor;
import hmnet.ground.database.ColumnWord;
import hmnet.people.links.LinkRows;
import hmnet.people.links.ReviewAction;
import hmnet.people.links.ReviewState;
import hmnet.people.links.SamePersons;
import hmnet.people.matching.Evidence;
import hmnet.people.matching.Match;
import hmnet.people.patients.PersonId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Pairs that a human has to look at (確認待ちの組), each once, whoever of the two came first.
@Component
class ReviewRows {
    private final JdbcClient db;
    private final JsonMapper json;
    private final SamePersons samePersons;
    private final JoinHistory joins;
    private final KeyedSpelling keyedSpelling;

    ReviewRows(
            JdbcClient db, JsonMapper json, SamePersons samePersons, JoinHistory joins, KeyedSpelling keyedSpelling) {
        this.keyedSpelling = keyedSpelling;
        this.samePersons = samePersons;
        this.joins = joins;
        this.db = db;
        this.json = json;
    }

    /// What is known of a pair already.
    record KnownPair(String pair, ReviewState state, long spelling) {}

    /// All that was ever asked between two groups.
    List<KnownPair> between(PersonGroup a, PersonGroup b) {
        return db.sql("select pair, state, spelling from match_review where pair = any(?)")
                .param(pairs(a, b))
                .query((row, number) -> new KnownPair(
                        row.getString("pair"),
                        ColumnWord.read(row, "state", ReviewState.class),
                        row.getLong("spelling")))
                .list();
    }

    /// Asks, unless these two were asked about with the same demographics.
    void ask(ReviewReason reviewReason, MatchSubject a, MatchSubject b, Match match) {
        db.sql("""
                        insert into match_review (pair, kind, patient, person, other_patient, other_person,
                                                  score, risk, evidence, spelling)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)
                            on conflict (pair) do update
                           set kind = excluded.kind, score = excluded.score, risk = excluded.risk,
                               evidence = excluded.evidence, spelling = excluded.spelling, state = %s,
                               opened_at = now(), decided_at = null, decided_by = null
                         where match_review.spelling <> excluded.spelling or match_review.state = %s
                        returning id""".formatted(ReviewState.OPEN.sql(), ReviewState.GONE.sql()))
                .params(MatchSubject.pair(a, b), reviewReason.name())
                .param(a.patient())
                .param(a.record())
                .param(b.patient())
                .param(b.record())
                .params(
                        match.score(),
                        reviewReason.risk(match.score()),
                        written(match.evidence()),
                        keyedSpelling.of(a, b))
                .query(Long.class)
                .optional()
                .ifPresent(review -> event(review, ReviewAction.ASKED, LinkRows.MATCHER));
    }

    /// Questions that a join has answered.
    void answered(PersonGroup a, PersonGroup b) {
        db.sql("""
                        update match_review set state = ?
                         where pair = any(?) and state in %s and kind <> ?
                        returning id""".formatted(ReviewState.WAITING))
                .params(ReviewState.GONE.word(), pairs(a, b), ReviewReason.CONTRADICTION.name())
                .query(Long.class)
                .list()
                .forEach(review -> event(review, ReviewAction.GONE, LinkRows.MATCHER));
    }

    /// @param by the word of an actor, or `matcher`
    void event(long review, ReviewAction action, String by) {
        db.sql("insert into match_review_event (review, action, by) values (?, ?, ?)")
                .params(review, action.word(), by)
                .update();
    }

    /// Whether a patient whom the last decision of a review moved is not where it left them: moved again, and
    /// not back; or something else was said since of two persons whom it joined.
    boolean changedSince(long review) {
        return moved(review) || joinedAnew(review);
    }

    private boolean joinedAnew(long review) {
        return db.sql("""
                        select exists (select from same_person_event mine
                                         join same_person_event later on later.id > mine.id
                                          and later.person in (mine.person, mine.other)
                                          and later.other in (mine.person, mine.other)
                                        where mine.review = :review and mine.action = 'join'
                                          and mine.at >= (select max(at) from match_review_event
                                                           where review = :review and action in %s))""".formatted(ReviewAction.DECISIONS))
                .param("review", review)
                .query(Boolean.class)
                .single();
    }

    private boolean moved(long review) {
        return db.sql("""
                        select exists (select from (select distinct on (patient) patient, person, action from link_event
                                                     where review = :review
                                                       and at >= (select max(at) from match_review_event
                                                                   where review = :review and action in %s)
                                                     order by patient, id desc) mine
                                         left join linkage l on l.patient = mine.patient
                                        where case mine.action when 'link' then l.person is distinct from mine.person
                                                               else l.person is not null end)""".formatted(ReviewAction.DECISIONS))
                .param("review", review)
                .query(Boolean.class)
                .single();
    }

    /// Two persons whom humans stand behind are one.
    void join(long review, UUID person, UUID other, Actor by) {
        samePersons.join(new PersonId(person), new PersonId(other), by, why(review), review);
    }

    /// Takes back the joins that a review made and that nobody has said anything else about.
    void part(long review, Actor by) {
        joins.madeBy(review).forEach(join -> samePersons.part(join.person(), join.other(), by, why(review), review));
    }

    private static String why(long review) {
        return "review " + review;
    }

    /// Evidence as it is kept: each item with its field, what was found and its weight.
    String written(List<Evidence> evidence) {
        return json.writeValueAsString(evidence);
    }

    List<Evidence> read(String evidence) {
        return List.of(json.readValue(evidence, Evidence[].class));
    }

    private static String[] pairs(PersonGroup a, PersonGroup b) {
        var pairs = new ArrayList<String>();
        a.sides().forEach(one -> b.sides().forEach(other -> pairs.add(MatchSubject.pair(one, other))));
        return pairs.toArray(String[]::new);
    }
}

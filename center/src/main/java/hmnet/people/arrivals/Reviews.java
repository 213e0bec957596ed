package hmnet.people.arrivals;

import hmnet.ground.audit.Actor;
import hmnet.ground.database.ColumnWord;
import hmnet.people.links.ExcludedCharts;
import hmnet.people.links.LinkRows;
import hmnet.people.links.LinkRows.Cause;
import hmnet.people.links.ReviewAction;
import hmnet.people.links.ReviewState;
import hmnet.people.patients.MatchQueue;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The review desk (名寄せ確認): the pairs only a human can decide, what was decided, and taking it back. Each
/// decision is an event that stays.
@Component
public class Reviews {
    private final JdbcClient db;
    private final ReviewRows rows;
    private final Lookalikes lookalikes;
    private final GroupJoin groupJoin;
    private final LinkRows links;
    private final MatchQueue matching;
    private final ExcludedCharts leftOut;

    Reviews(
            JdbcClient db,
            ReviewRows rows,
            Lookalikes lookalikes,
            GroupJoin groupJoin,
            LinkRows links,
            MatchQueue matching) {
        this.db = db;
        this.rows = rows;
        this.lookalikes = lookalikes;
        this.groupJoin = groupJoin;
        this.links = links;
        this.matching = matching;
        this.leftOut = new ExcludedCharts(db);
    }

    /// What a human says of two charts (判断).
    public enum ReviewDecision {
        SAME,
        DIFFERENT,
        LATER
    }

    /// The result (判断の結果).
    public enum ReviewResult {
        DONE,
        /// Decided, answered or taken back by somebody else meanwhile.
        NOT_OPEN,
        /// A link was changed after the decision, which can no longer be taken back as a whole.
        CHANGED_SINCE,
        /// Neither chart says when the person was born: a person needs a card first.
        NO_BIRTH_DATE
    }

    /// The pairs that wait, the gravest first, those put off last.
    public List<Review> open(int limit) {
        return db
                .sql("""
                        select id from match_review where state in %s
                         order by state = %s, risk desc, id limit ?""".formatted(ReviewState.WAITING, ReviewState.LATER.sql()))
                .param(limit)
                .query((row, number) -> row.getLong("id"))
                .list()
                .stream()
                .flatMap(id -> find(id).stream())
                .toList();
    }

    public Optional<Review> find(long id) {
        return stored("id = ?", id).map(StoredReview::review);
    }

    @Transactional
    public ReviewResult decide(long id, ReviewDecision decision, Actor by) {
        matching.alone();
        var asked = stored("id = ? and state in " + ReviewState.WAITING, id);
        if (asked.isEmpty()) {
            return ReviewResult.NOT_OPEN;
        }
        var told = switch (decision) {
            case LATER -> settled(id, ReviewState.LATER, ReviewAction.LATER, by);
            case SAME -> same(asked.get(), by);
            case DIFFERENT -> different(asked.get(), by);
        };
        follow(asked.get());
        return told;
    }

    /// What is said of two charts may hold their facility's merge up, or no longer do so.
    private void follow(StoredReview asked) {
        leftOut.followMerged(Stream.of(asked.one().patient(), asked.other().patient())
                .filter(Objects::nonNull)
                .toList());
    }

    /// Takes a decision back: every link is as it was before, and the pair waits again.
    @Transactional
    public ReviewResult undo(long id, Actor by) {
        matching.alone();
        var decided = stored("id = ? and state in " + ReviewState.DECIDED, id);
        if (decided.isEmpty()) {
            return ReviewResult.NOT_OPEN;
        }
        if (rows.changedSince(id)) {
            return ReviewResult.CHANGED_SINCE;
        }
        var cause = Cause.reviewed(by, "undone", id);
        for (var done : links.doneBy(id)) {
            switch (done.action()) {
                case LINK -> links.unlink(done.patient(), done.person(), cause);
                case UNLINK -> links.link(done.patient(), done.person(), cause.with(done.source()));
            }
        }
        rows.part(id, by);
        db.sql("update match_review set state = ?, decided_at = null, decided_by = null where id = ?")
                .params(ReviewState.OPEN.word(), id)
                .update();
        rows.event(id, ReviewAction.UNDONE, by.word());
        follow(decided.get());
        return ReviewResult.DONE;
    }

    private ReviewResult same(StoredReview asked, Actor by) {
        var a = group(asked.one());
        var b = group(asked.other());
        if (a.person() == null && b.person() == null && a.bestBorn(b).isEmpty()) {
            return ReviewResult.NO_BIRTH_DATE;
        }
        if (a.person() == null || !a.isOf(b.person() == null ? new UUID(0, 0) : b.person())) {
            if (a.firm() && b.firm() && a.person() != null && b.person() != null) {
                rows.join(asked.id(), a.person(), b.person(), by);
            } else {
                groupJoin.merge(a, b, Cause.reviewed(by, "same", asked.id()));
            }
        }
        return settled(asked.id(), ReviewState.SAME, ReviewAction.SAME, by);
    }

    /// Two who are linked are parted: the patient who was asked about leaves.
    private ReviewResult different(StoredReview asked, Actor by) {
        var leaves = asked.one().patient() == null ? asked.other() : asked.one();
        var person = asked.one().person();
        if (person != null && person.equals(asked.other().person()) && leaves.patient() != null) {
            var cause = Cause.reviewed(by, "different", asked.id());
            if (links.merged(leaves.patient(), person)) {
                links.part(leaves.patient(), person, cause);
            } else {
                links.unlink(leaves.patient(), person, cause);
            }
            matching.add(List.of(leaves.patient()));
        }
        return settled(asked.id(), ReviewState.DIFFERENT, ReviewAction.DIFFERENT, by);
    }

    private ReviewResult settled(long id, ReviewState state, ReviewAction action, Actor by) {
        db.sql("update match_review set state = ?, decided_at = now(), decided_by = ? where id = ?")
                .params(state.word(), by.word(), id)
                .update();
        rows.event(id, action, by.word());
        return ReviewResult.DONE;
    }

    private PersonGroup group(MatchSubject matchSubject) {
        return matchSubject.person() == null
                ? new PersonGroup(null, List.of(matchSubject))
                : new PersonGroup(matchSubject.person(), lookalikes.members(matchSubject.person()));
    }

    private record StoredReview(long id, MatchSubject one, MatchSubject other, Review review) {}

    private Optional<StoredReview> stored(String condition, Object value) {
        return db.sql("""
                        select id, kind, coalesce('p' || patient, 'n' || person) as one,
                               coalesce('p' || other_patient, 'n' || other_person) as other, score, evidence, state
                          from match_review where\s""" + condition)
                .param(value)
                .query((row, number) -> {
                    var one = lookalikes.side(row.getString("one")).orElseThrow();
                    var other = lookalikes.side(row.getString("other")).orElseThrow();
                    var review = new Review(
                            row.getLong("id"),
                            ReviewReason.valueOf(row.getString("kind")),
                            Review.ReviewChart.of(one),
                            Review.ReviewChart.of(other),
                            row.getDouble("score"),
                            rows.read(row.getString("evidence")),
                            ColumnWord.read(row, "state", ReviewState.class));
                    return new StoredReview(review.id(), one, other, review);
                })
                .optional();
    }
}

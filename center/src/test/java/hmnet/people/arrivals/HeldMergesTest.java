package hmnet.people.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityId;
import hmnet.people.links.FacilityMerges;
import hmnet.people.links.MatchExclusions;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// When a facility's merge is held up, and when no longer (統合の保留).
class HeldMergesTest extends Reception {
    @Autowired
    private FacilityMerges facilityMerges;

    private final String stays = number();
    private final String old = number();
    private FacilityId hospital = new FacilityId(0);
    private final Human human = Human.somebody();
    private PersonId person = PersonId.fresh();

    @BeforeEach
    void aLinkedChart() {
        hospital = hospital();
        person = registered(Human.somebody());
        sent(hospital, stays, human);
        persons.link(person, hospital, stays, Actor.staff(7), "desk");
    }

    @Test
    void ofAChangedNumberAndALaterMergeTheLaterWordCounts() {
        var other = sent(hospital, old, Human.somebody());
        said("A47", "2026-04-01T09:00:00+09:00");
        assertThat(personOf(other)).as("another human has that number").isEmpty();
        said("A40", "2026-04-02T09:00:00+09:00");
        assertThat(personOf(other))
                .as("the facility says itself that they are one")
                .contains(person);
    }

    @Test
    void aMergedChartIsLeftOutWithItsPersonOnceItReadsLikeTheirs() {
        var another = Human.somebody();
        var other = sent(hospital, old, another);
        matchExclusions.leave(person, MatchExclusions.PROTECTED, Actor.staff(7));
        said("A47", "2026-04-01T09:00:00+09:00");
        matched(other);
        assertThat(out(other)).isFalse();
        matched(putRight(hospital, old, another.born(human.born())));
        assertThat(personOf(other)).contains(person);
        assertThat(out(other)).isTrue();
    }

    @Test
    void aDecisionAgainstAMergeTakesTheChartOutOfProtectionUntilUndone() {
        var other = sent(hospital, old, Human.somebody());
        said("A40", "2026-04-01T09:00:00+09:00");
        matchExclusions.leave(person, MatchExclusions.PROTECTED, Actor.staff(7));
        assertThat(out(other)).isTrue();
        var review = asked(persons.current(hospital, stays).orElseThrow(), other);
        assertThat(reviews.decide(review, Reviews.ReviewDecision.DIFFERENT, Actor.staff(1)))
                .isEqualTo(Reviews.ReviewResult.DONE);
        assertThat(personOf(other)).isEmpty();
        assertThat(out(other)).isFalse();
        assertThat(reviews.undo(review, Actor.staff(1))).isEqualTo(Reviews.ReviewResult.DONE);
        assertThat(personOf(other)).contains(person);
        assertThat(out(other)).isTrue();
    }

    private long asked(PatientId one, PatientId other) {
        return db.sql("""
                        insert into match_review (pair, kind, patient, other_patient, score, risk, evidence, spelling)
                        values (?, 'CONTRADICTION', ?, ?, 0.5, 3.5, '[]', 0) returning id""")
                .params("p" + one.value() + " p" + other.value(), other.value(), one.value())
                .query(Long.class)
                .single();
    }

    private void said(String trigger, String at) {
        var said = new FacilityMerges.MergeStatement(old, stays, false, trigger, OffsetDateTime.parse(at), trigger);
        transaction.executeWithoutResult(status -> facilityMerges.file(hospital, List.of(said)));
    }

    private boolean out(PatientId patient) {
        return db.sql("select exists (select from match_left_out where patient = ?)")
                .param(patient.value())
                .query(Boolean.class)
                .single();
    }
}

package hmnet.people.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityId;
import hmnet.people.arrivals.Reviews.ReviewDecision;
import hmnet.people.arrivals.Reviews.ReviewResult;
import hmnet.people.links.FacilityMerges;
import hmnet.people.links.SamePersons;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Merges that a human's word stands against, and what the review desk makes of them (保留された統合).
class AskedMergesTest extends Reception {
    @Autowired
    private FacilityMerges facilityMerges;

    @Autowired
    private SamePersons samePersons;

    private final String old = number();
    private final String stays = number();
    private FacilityId hospital;

    @BeforeEach
    void open() {
        hospital = hospital();
    }

    @Test
    void twoPersonsWhoseNumbersAreMergedAreJoinedAndPartedByADecision() {
        var one = registered(Human.somebody());
        var other = registered(Human.somebody());
        var patient = sent(hospital, old, Human.somebody());
        sent(hospital, stays, Human.somebody());
        persons.link(one, hospital, old, Actor.staff(7), "desk");
        persons.link(other, hospital, stays, Actor.staff(7), "desk");
        merged();
        matched(patient);
        var review = asked(patient).stream()
                .filter(question -> question.why() == ReviewReason.PERSONS)
                .findFirst()
                .orElseThrow();
        assertThat(samePersons.of(one)).containsExactly(one);
        assertThat(reviews.decide(review.id(), ReviewDecision.SAME, Actor.staff(1)))
                .isEqualTo(ReviewResult.DONE);
        assertThat(samePersons.of(one)).containsExactlyInAnyOrder(one, other);
        assertThat(personOf(patient)).contains(one);
        assertThat(reviews.undo(review.id(), Actor.staff(1))).isEqualTo(ReviewResult.DONE);
        assertThat(samePersons.of(one)).containsExactly(one);
        assertThat(samePersons.of(other)).containsExactly(other);
    }

    @Test
    void aMergeWithANumberOfWhichNothingHasComeYetIsDecidedLikeAnyOther() {
        var one = registered(Human.somebody());
        var other = registered(Human.somebody());
        var patient = sent(hospital, old, Human.somebody());
        persons.link(one, hospital, old, Actor.staff(7), "desk");
        persons.link(other, hospital, stays, Actor.staff(7), "desk");
        merged();
        matched(patient);
        var review = asked(patient).getFirst();
        assertThat(reviews.decide(review.id(), ReviewDecision.DIFFERENT, Actor.staff(1)))
                .isEqualTo(ReviewResult.DONE);
        assertThat(reviews.undo(review.id(), Actor.staff(1))).isEqualTo(ReviewResult.DONE);
    }

    @Test
    void aChartThatAHumanPartedIsNotBroughtBackByAMerge() {
        var person = registered(Human.somebody());
        var patient = sent(hospital, old, Human.somebody());
        sent(hospital, stays, Human.somebody());
        persons.link(person, hospital, old, Actor.staff(7), "desk");
        persons.link(person, hospital, stays, Actor.staff(7), "desk");
        persons.unlink(patient, person, Actor.staff(1), "wrong");
        merged();
        assertThat(personOf(patient)).isEmpty();
        matched(patient);
        assertThat(asked(patient)).extracting(Review::why).contains(ReviewReason.CONTRADICTION);
    }

    @Test
    void aMergeOutranksTheMatcherAndTheUndoFindsItsLinkAgain() {
        var human = Human.somebody();
        var patient = matched(sent(hospital, old, human));
        matched(human);
        var made = personOf(patient).orElseThrow();
        var person = registered(Human.somebody());
        sent(hospital, stays, Human.somebody());
        persons.link(person, hospital, stays, Actor.staff(7), "desk");
        merged();
        assertThat(personOf(patient)).contains(person);
        said(true, "2026-04-02T09:00:00+09:00");
        assertThat(personOf(patient)).contains(made);
    }

    private void merged() {
        said(false, "2026-04-01T09:00:00+09:00");
    }

    private void said(boolean undone, String at) {
        var said = new FacilityMerges.MergeStatement(
                old, stays, undone, undone ? "A37" : "A40", OffsetDateTime.parse(at), "M1");
        transaction.executeWithoutResult(status -> facilityMerges.file(hospital, List.of(said)));
    }
}

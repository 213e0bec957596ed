package hmnet.people.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.ground.audit.Actor;
import hmnet.ground.directory.FacilityId;
import hmnet.people.arrivals.Reviews.ReviewDecision;
import hmnet.people.arrivals.Reviews.ReviewResult;
import hmnet.people.links.LinkRows;
import hmnet.people.links.ReviewState;
import hmnet.people.links.SamePersons;
import hmnet.people.patients.PatientId;
import hmnet.people.patients.PersonId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The review desk (名寄せ確認).
class ReviewsTest extends Reception {
    private final Human yuriko = Human.somebody().insured();
    private final Human bornOtherwise =
            yuriko.born(yuriko.born().plusYears(7).plusMonths(4).plusDays(11));

    @Test
    void twoChartsAHumanCallsOneAreLinkedAndTheUndoPartsThem() {
        var first = matched(yuriko);
        var second = matched(bornOtherwise);
        var id = asked(second).getFirst().id();
        assertThat(reviews.decide(id, ReviewDecision.SAME, Actor.staff(1))).isEqualTo(ReviewResult.DONE);
        assertThat(personOf(first)).isPresent().isEqualTo(personOf(second));
        assertThat(reviews.decide(id, ReviewDecision.DIFFERENT, Actor.staff(2))).isEqualTo(ReviewResult.NOT_OPEN);
        assertThat(reviews.undo(id, Actor.staff(1))).isEqualTo(ReviewResult.DONE);
        assertThat(personOf(first)).isEmpty();
        assertThat(personOf(second)).isEmpty();
        assertThat(asked(second)).extracting(Review::state).containsExactly(ReviewState.OPEN);
        assertThat(events(id)).containsExactly("asked", "same", "undone");
    }

    @Test
    void whatWasDecidedIsAskedAgainOnlyWhenAChartChanged() {
        var hospital = hospital();
        var number = number();
        matched(yuriko);
        var second = matched(sent(hospital, number, bornOtherwise));
        var id = asked(second).getFirst().id();
        reviews.decide(id, ReviewDecision.DIFFERENT, Actor.staff(1));
        matched(second);
        assertThat(asked(second)).isEmpty();
        matched(sent(hospital, number, bornOtherwise.living(yuriko.address() + "見本荘", yuriko.phone())));
        assertThat(asked(second)).extracting(Review::id).containsExactly(id);
    }

    @Test
    void twoWhomAHumanCalledDifferentAreNotLinkedByTheMatcher() {
        var hospital = hospital();
        var number = number();
        var first = matched(yuriko);
        var second = matched(sent(hospital, number, bornOtherwise));
        reviews.decide(asked(second).getFirst().id(), ReviewDecision.DIFFERENT, Actor.staff(1));
        matched(putRight(hospital, number, yuriko));
        assertThat(personOf(second)).isEmpty();
        assertThat(personOf(first)).isEmpty();
        assertThat(asked(second)).extracting(Review::why).containsExactly(ReviewReason.CROSSED);
    }

    @Test
    void aWrongLinkThatAHumanPartsComesBackExactlyWhenTheDecisionIsUndone() {
        var hospital = hospital();
        var number = number();
        var person = registered(yuriko);
        var patient = matched(sent(hospital, number, yuriko));
        persons.link(person, hospital, number, Actor.staff(7), "desk");
        var before = linkage(patient);
        matched(sent(hospital, number, Human.named("幻谷", "九郎", "マボロシダニ", "クロウ").born(yuriko.born())));
        var id = asked(patient).stream()
                .filter(review -> review.why() == ReviewReason.CONTRADICTION)
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(reviews.decide(id, ReviewDecision.DIFFERENT, Actor.staff(1))).isEqualTo(ReviewResult.DONE);
        assertThat(personOf(patient)).isEmpty();
        assertThat(waits(patient)).isTrue();
        assertThat(reviews.undo(id, Actor.staff(1))).isEqualTo(ReviewResult.DONE);
        assertThat(linkage(patient)).isEqualTo(before);
    }

    @Test
    void aDecisionIsNotTakenBackOverLaterLinks() {
        var hospital = hospital();
        var number = number();
        matched(yuriko);
        var second = matched(sent(hospital, number, bornOtherwise));
        var id = asked(second).getFirst().id();
        reviews.decide(id, ReviewDecision.SAME, Actor.staff(1));
        persons.unlink(second, personOf(second).orElseThrow(), Actor.staff(9), "desk");
        assertThat(reviews.undo(id, Actor.staff(1))).isEqualTo(ReviewResult.CHANGED_SINCE);
    }

    @Test
    void aDecisionThatWasTakenBackHasPartedNobody() {
        matched(yuriko);
        var second = matched(bornOtherwise);
        var id = asked(second).getFirst().id();
        reviews.decide(id, ReviewDecision.SAME, Actor.staff(1));
        reviews.undo(id, Actor.staff(1));
        var links = new LinkRows(db);
        assertThat(links.partedByHumans(List.of(second.value()))).isEmpty();
        var person = registered(Human.somebody());
        persons.link(person, hospitalOf(second), numberOf(second), Actor.staff(7), "desk");
        persons.unlink(second, person, Actor.staff(7), "not theirs");
        assertThat(links.partedByHumans(List.of(second.value())))
                .containsExactly(new LinkRows.PartedPatient(second.value(), person.value()));
        persons.link(person, hospitalOf(second), numberOf(second), Actor.staff(7), "theirs after all");
        assertThat(links.partedByHumans(List.of(second.value())))
                .as("the last word counts")
                .isEmpty();
    }

    private FacilityId hospitalOf(PatientId patient) {
        return new FacilityId(db.sql("select facility from patient where id = ?")
                .param(patient.value())
                .query(Long.class)
                .single());
    }

    private String numberOf(PatientId patient) {
        return db.sql("select facility, number from patient where id = ?")
                .param(patient.value())
                .query((row, n) -> sealedNumbers.open(row))
                .single();
    }

    @Autowired
    private SamePersons samePersons;

    /// Two persons of the office whom a decision of the desk has joined.
    private record Joined(long review, PersonId one, PersonId other) {}

    private Joined joined() {
        var one = registered(yuriko);
        var other = registered(yuriko.living(yuriko.address() + "見本荘", yuriko.phone()));
        var id = db.sql("select id from match_review where person = ? or other_person = ?")
                .params(other.value(), other.value())
                .query(Long.class)
                .single();
        assertThat(reviews.decide(id, ReviewDecision.SAME, Actor.staff(1))).isEqualTo(ReviewResult.DONE);
        assertThat(samePersons.of(one)).contains(other);
        return new Joined(id, one, other);
    }

    @Test
    void takingADecisionBackPartsNobodyWhoWasJoinedForAnotherReasonSince() {
        var joined = joined();
        samePersons.part(joined.one(), joined.other(), Actor.staff(3), "two after all");
        samePersons.join(joined.one(), joined.other(), Actor.staff(3), "both cards on one table");
        assertThat(reviews.undo(joined.review(), Actor.staff(1))).isEqualTo(ReviewResult.CHANGED_SINCE);
        assertThat(samePersons.of(joined.one())).contains(joined.other());
    }

    @Test
    void whatSomebodyWritesAsAReasonMakesAJoinNoDecisionOfTheDesk() {
        var joined = joined();
        var third = registered(Human.somebody());
        samePersons.join(joined.one(), third, Actor.staff(3), "review " + joined.review());
        assertThat(reviews.undo(joined.review(), Actor.staff(1))).isEqualTo(ReviewResult.DONE);
        assertThat(samePersons.of(joined.one())).containsExactlyInAnyOrder(joined.one(), third);
    }

    @Test
    void whatIsPutOffWaitsAtTheEnd() {
        matched(yuriko);
        var second = matched(bornOtherwise);
        var id = asked(second).getFirst().id();
        assertThat(reviews.decide(id, ReviewDecision.LATER, Actor.staff(1))).isEqualTo(ReviewResult.DONE);
        var open = reviews.open(10_000);
        assertThat(open).extracting(Review::id).contains(id);
        var states = open.stream().map(Review::state).distinct().toList();
        assertThat(states.getLast()).isEqualTo(ReviewState.LATER);
    }

    private String linkage(PatientId patient) {
        return db.sql("select person || ' ' || source from linkage where patient = ?")
                .param(patient.value())
                .query(String.class)
                .single();
    }

    private List<String> events(long review) {
        return db.sql("select action from match_review_event where review = ? order by id")
                .param(review)
                .query((row, n) -> row.getString("action"))
                .list();
    }
}

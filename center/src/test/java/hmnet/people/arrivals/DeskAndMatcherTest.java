package hmnet.people.arrivals;

import static org.assertj.core.api.Assertions.assertThat;

import hmnet.consent.consents.ConsentState;
import hmnet.ground.audit.Actor;
import hmnet.people.links.LinkOutcome;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

/// What humans have said, and what the matcher may do beside it (窓口の紐付けと名寄せ).
class DeskAndMatcherTest extends Reception {
    @Test
    void aChartOfSomebodyTheOfficeKnowsIsLinkedToThem() {
        var yuriko = Human.somebody();
        var person = registered(yuriko);
        assertThat(personOf(matched(yuriko))).contains(person);
    }

    @Test
    void whatTheMatcherFoundFollowsAPersonWhomTheOfficeRegistersLater() {
        var yuriko = Human.somebody();
        var first = matched(yuriko);
        var second = matched(yuriko);
        var found = personOf(first).orElseThrow();
        var person = registered(yuriko);
        assertThat(personOf(first)).contains(person);
        assertThat(personOf(second)).contains(person);
        assertThat(history(first))
                .containsExactly(
                        event("link", "matcher", found),
                        event("unlink", "matcher", found),
                        event("link", "matcher", person));
    }

    @Test
    void theMatchersFindYieldsToTheDesk() {
        var hospital = hospital();
        var number = number();
        var yuriko = Human.somebody();
        var elsewhere = matched(yuriko);
        var here = matched(sent(hospital, number, yuriko));
        var holder = registered(Human.named("仮名", "億人", "カナ", "オクト"));
        assertThat(persons.link(holder, hospital, number, Actor.staff(7), "desk"))
                .isEqualTo(LinkOutcome.LINKED);
        assertThat(personOf(here)).contains(holder);
        assertThat(personOf(elsewhere)).isPresent().isNotEqualTo(personOf(here));
    }

    @Test
    void aLinkOfTheDeskStaysWhateverTheChartSaysLaterAndIsAskedAbout() {
        var hospital = hospital();
        var number = number();
        var yuriko = Human.somebody();
        var person = registered(yuriko);
        var patient = matched(sent(hospital, number, yuriko));
        persons.link(person, hospital, number, Actor.staff(7), "desk");
        var hajime = Human.named("絵空", "一", "エソラ", "ハジメ");
        var elsewhere = matched(hajime);
        var renamed = hajime.born(yuriko.born());
        assertThat(sent(hospital, number, renamed)).isEqualTo(patient);
        matched(patient);
        assertThat(personOf(patient)).contains(person);
        assertThat(personOf(elsewhere)).isNotEqualTo(personOf(patient));
        assertThat(asked(patient)).extracting(Review::why).contains(ReviewReason.CONTRADICTION);
    }

    @Test
    void twoPersonsOfTheOfficeAreNeverJoinedByTheMatcher() {
        var yuriko = Human.somebody();
        var one = registered(yuriko);
        var other = registered(yuriko);
        assertThat(one).isNotEqualTo(other);
        var patient = matched(yuriko);
        assertThat(personOf(patient)).isPresent();
        assertThat(reviews.open(1000))
                .filteredOn(review -> review.why() == ReviewReason.PERSONS)
                .anySatisfy(review -> assertThat(review.one().said().phone()).isEqualTo(yuriko.phone()));
    }

    @Test
    void aPersonWhomTheMatcherMadeHasSaidNothingAboutConsent() {
        var yuriko = Human.somebody();
        matched(yuriko);
        var person = personOf(matched(yuriko)).orElseThrow();
        assertThat(consents.of(person).state()).isEqualTo(ConsentState.NONE);
        assertThat(persons.find(person).orElseThrow().birthDate()).isEqualTo(yuriko.born());
        var card = cards.issueFor(yuriko.applicant(), office());
        assertThat(card.holder().id()).isEqualTo(person);
        assertThat(lookalikes.person(person.value()))
                .as("the office stands behind them")
                .isPresent();
    }

    @Test
    void aChartThatNobodyHasSentAnythingOfIsNotMatched() {
        var hospital = hospital();
        var number = number();
        var person = registered(Human.somebody().born(LocalDate.of(1940, 5, 6)));
        persons.link(person, hospital, number, Actor.staff(7), "desk");
        var patient = persons.current(hospital, number).orElseThrow();
        assertThat(lookalikes.patient(patient.value())).isEmpty();
    }
}
